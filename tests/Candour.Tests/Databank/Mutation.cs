using Candour.Definitions;

namespace Candour.Tests.Databank;

/// <summary>A definition that somebody got wrong in one place, and what was done to it.</summary>
internal sealed record Mutation(string What, Measure Measure)
{
    /// <summary>Every way in which a measure can be got wrong in one place.</summary>
    public static IEnumerable<Mutation> Of(Measure measure, Catalogue catalogue) =>
        OfPopulation(measure).Concat(OfFormula(measure)).Concat(measure.IsMadeOfRows ? OfBasis(measure, catalogue) : []);

    private static IEnumerable<Mutation> OfPopulation(Measure measure) => Without(measure.Population)
        .Select(pair => new Mutation("population without " + pair.What, measure with { Population = pair.Condition }));

    /// <summary>The cohort changed to every other cohort of the dataset.</summary>
    private static IEnumerable<Mutation> OfBasis(Measure measure, Catalogue catalogue) => measure.Examples
        .SelectMany(example => catalogue.Datasets[example.Dataset].Bases).Select(basis => basis.Id).Distinct()
        .Where(basis => basis != measure.Basis)
        .Select(basis => new Mutation("by " + basis, measure with { Basis = basis }));

    private static IEnumerable<Mutation> OfFormula(Measure measure) => measure.Formula switch
    {
        Formula.Count count => OfCount(measure, count),
        Formula.Share share => Without(share.Numerator)
            .Select(pair => new Mutation("numerator without " + pair.What, measure with { Formula = new Formula.Share(pair.Condition) }))
            .Append(new Mutation("numerator and population swapped", measure with
            {
                Population = share.Numerator, Formula = new Formula.Share(measure.Population),
            })),
        Formula.Days days => OfDays(measure, days),
        Formula.Per per =>
        [
            new Mutation("turned over", measure with { Formula = per with { Of = per.Over, Over = per.Of } }),
            new Mutation("for each other number", measure with { Formula = per with { Each = per.Each == 1 ? 1000 : 1 } }),
        ],
        Formula.Groups groups =>
        [
            new Mutation("groups swapped", measure with { Formula = groups with { Group = groups.Reference, Reference = groups.Group } }),
            .. Fewer(groups.Group).Select(codes => new Mutation("a smaller group", measure with { Formula = groups with { Group = codes } })),
            .. Fewer(groups.Reference).Select(codes => new Mutation("a smaller reference", measure with { Formula = groups with { Reference = codes } })),
        ],
        Formula.Survey survey => Fewer(survey.Favourable)
            .Select(codes => new Mutation("fewer favourable answers", measure with { Formula = survey with { Favourable = codes } })),
        Formula.Grade grade => Fewer(grade.Meets)
            .Select(codes => new Mutation("fewer grades meet", measure with { Formula = grade with { Meets = codes } })),
        Formula.Agreement agreement => OfAgreement(measure, agreement),
        Formula.Index { Shows: IndexShows.Composite } index => OfIndex(measure, index),
        _ => [],
    };

    private static IEnumerable<Mutation> OfCount(Measure measure, Formula.Count count)
    {
        if (count.Amount.Length > 0)
        {
            yield return new Mutation("rows instead of the amount", measure with { Formula = count with { Amount = "" } });
        }

        if (count.Distinct.Length > 0)
        {
            yield return new Mutation("rows instead of different ones", measure with { Formula = count with { Distinct = "" } });
        }
    }

    private static IEnumerable<Mutation> OfDays(Measure measure, Formula.Days days)
    {
        yield return new Mutation("another quantile", measure with { Formula = days with { Quantile = days.Quantile > 0.5 ? 0.5 : 0.9 } });
        yield return new Mutation("the clock backwards", measure with { Formula = days with { From = days.To, To = days.From } });
        if (days.OpenUntil.Length > 0)
        {
            yield return new Mutation("open cases left out", measure with { Formula = days with { OpenUntil = "" } });
        }
    }

    private static IEnumerable<Mutation> OfAgreement(Measure measure, Formula.Agreement agreement)
    {
        if (agreement.Statistic == AgreementStatistic.Difference)
        {
            yield return new Mutation(
                "assessments swapped", measure with { Formula = agreement with { First = agreement.Second, Second = agreement.First } });
        }
    }

    private static IEnumerable<Mutation> OfIndex(Measure measure, Formula.Index index)
    {
        for (var i = 0; i < index.Of.Count; i++)
        {
            var at = i;
            yield return new Mutation(
                $"without {index.Of[i].Measure}", measure with { Formula = index with { Of = [.. index.Of.Where((_, k) => k != at)] } });
            yield return new Mutation(
                $"{index.Of[i].Measure} the other way round", measure with
                {
                    Formula = index with
                    {
                        Of = [.. index.Of.Select((part, k) => k != at ? part : part with { Better = part.Better == Better.Higher ? Better.Lower : Better.Higher })],
                    },
                });
        }
    }

    /// <summary>The condition without each of its tests in turn, and without each of the codes that a test names.</summary>
    private static IEnumerable<(string What, Condition Condition)> Without(Condition condition)
    {
        for (var i = 0; i < condition.Tests.Count; i++)
        {
            var (at, test) = (i, condition.Tests[i]);
            yield return (string.Join('+', test.Fields.Distinct()), new Condition([.. condition.Tests.Where((_, k) => k != at)]));
            foreach (var codes in test is FieldTest { Kind: TestKind.OneOf or TestKind.NoneOf } field ? Fewer(field.Codes) : [])
            {
                yield return (
                    $"one code of {test.Fields[0]}",
                    new Condition([.. condition.Tests.Select((other, k) => k == at ? (FieldTest)test with { Codes = codes } : other)]));
            }
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Fewer(IReadOnlyList<string> codes) => codes.Count < 2
        ? []
        : codes.Select((_, i) => (IReadOnlyList<string>)[.. codes.Where((_, k) => k != i)]);
}
