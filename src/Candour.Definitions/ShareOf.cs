using Candour.Kernel;

namespace Candour.Definitions;

/// <summary>The two counts count different things.</summary>
public sealed record CountingUnitsDiffer(Measure Numerator, Measure Denominator) : Refusal(
    $"'{Numerator.Id}' counts {Numerator.Unit.Plural()} and '{Denominator.Id}' counts {Denominator.Unit.Plural()}: "
    + "one is not a part of the other, so their quotient is not a share. Choose two counts of the same counting unit.");

/// <summary>The two counts follow different cohorts.</summary>
public sealed record CohortBasesDiffer(Measure Numerator, Measure Denominator) : Refusal(
    $"'{Numerator.Id}' is on the basis '{Numerator.Basis}' and '{Denominator.Id}' on the basis '{Denominator.Basis}': "
    + "they follow different crimes, so their quotient is the share of nothing. Choose two counts on the same cohort basis.");

/// <summary>One of the two is not a count.</summary>
public sealed record NotACount(Measure Measure) : Refusal(
    $"'{Measure.Id}' is not a count of rows: a share is built from two such counts. Choose a measure of type count.");

/// <summary>The two counts are never made from the same rows.</summary>
public sealed record NoSharedDataset(Measure Numerator, Measure Denominator) : Refusal(
    $"'{Numerator.Id}' and '{Denominator.Id}' run on no dataset in common, so neither can be a part of the other.");

/// <summary>The numerator counts rows that the denominator leaves out.</summary>
public sealed record NotAPart(Measure Numerator, Measure Denominator) : Refusal(
    $"'{Numerator.Id}' counts rows that '{Denominator.Id}' leaves out, so it is not a part of it. "
    + "Choose a denominator whose conditions the numerator meets as well.");

/// <summary>A share that a person builds from two counts, with the rules a definition must obey too.</summary>
/// <param name="Numerator">The part.</param>
/// <param name="Denominator">The whole.</param>
/// <param name="Datasets">The datasets both run on.</param>
public sealed record ShareOf(Measure Numerator, Measure Denominator, IReadOnlyList<string> Datasets)
{
    /// <summary>Decides whether the quotient of two counts is a share at all.</summary>
    public static Result<ShareOf> Decide(Measure numerator, Measure denominator, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(numerator);
        ArgumentNullException.ThrowIfNull(denominator);
        ArgumentNullException.ThrowIfNull(catalogue);
        if (!CountsRows(numerator))
        {
            return new NotACount(numerator);
        }

        if (!CountsRows(denominator))
        {
            return new NotACount(denominator);
        }

        if (numerator.Unit != denominator.Unit)
        {
            return new CountingUnitsDiffer(numerator, denominator);
        }

        if (numerator.Basis != denominator.Basis)
        {
            return new CohortBasesDiffer(numerator, denominator);
        }

        var shared = numerator.Datasets.Intersect(denominator.Datasets).ToList();
        if (shared.Count == 0)
        {
            return new NoSharedDataset(numerator, denominator);
        }

        var part = shared.TrueForAll(name => denominator.Population.Flat.All(
            test => Implies(numerator.Population, test, catalogue.Datasets[name], catalogue)));
        return part ? new ShareOf(numerator, denominator, shared) : new NotAPart(numerator, denominator);
    }

    /// <summary>Sums of amounts and counts of different people are counts too, but no part of a whole of rows.</summary>
    private static bool CountsRows(Measure measure) =>
        measure.Formula is Formula.Count { Amount.Length: 0, Distinct.Length: 0 };

    /// <summary>Whether every row that meets a condition meets a test as well.</summary>
    private static bool Implies(Condition condition, Test test, Dataset dataset, Catalogue catalogue)
    {
        var own = condition.Flat;
        return own.Contains(test) || (test is FieldTest asked && own.OfType<FieldTest>()
            .Where(one => one.Field == asked.Field)
            .Any(one => (one.Kind, asked.Kind) switch
            {
                (TestKind.OneOf, TestKind.OneOf) => !Codes(one).Except(Codes(asked)).Any(),
                (TestKind.OneOf, TestKind.NoneOf) => !Codes(one).Intersect(Codes(asked)).Any(),
                (TestKind.NoneOf, TestKind.NoneOf) => !Codes(asked).Except(Codes(one)).Any(),
                (TestKind.OneOf or TestKind.NoneOf, TestKind.Recorded) => true,
                _ => one.Kind == asked.Kind,
            }));

        IEnumerable<string> Codes(FieldTest tested) =>
            tested.Codes.SelectMany(code => catalogue.CodesOf(dataset, tested.Field).Expand(code));
    }
}
