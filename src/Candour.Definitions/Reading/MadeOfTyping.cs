using Candour.Kernel;

namespace Candour.Definitions.Reading;

/// <summary>
/// Type-checks the measures that are made of other measures, once all of those are read, and gives them the datasets and
/// the basis of what they are made of.
/// </summary>
internal sealed class MadeOfTyping(
    IReadOnlyDictionary<string, Measure> measures,
    IReadOnlyDictionary<string, Dataset> datasets,
    IReadOnlyDictionary<string, CodeList> codeLists,
    Places places)
{
    /// <summary>The measure with its datasets and basis; nothing when a problem was found.</summary>
    public Measure? Link(Entry root, Measure measure)
    {
        var at = root.At(FormulaReader.KeyOf(measure.Type));
        var before = root.ProblemCount;
        foreach (var id in measure.MadeOf.Where(id => !measures.ContainsKey(id)))
        {
            at.Problem($"'{id}' is not a measure.");
        }

        if (root.ProblemCount > before)
        {
            return null;
        }

        var parts = measure.MadeOf.Select(id => measures[id]).ToList();
        switch (measure.Formula)
        {
            case Formula.Per per:
                CheckPer(root, at, measure, measures[per.Of], measures[per.Over]);
                break;
            case Formula.Groups groups:
                CheckGroups(root, at, measure, groups, measures[groups.Of]);
                break;
            default:
                foreach (var index in parts.Where(part => part.Formula is Formula.Index))
                {
                    at.Problem($"'{index.Id}' is an index already: an index is not made of indices.");
                }

                break;
        }

        foreach (var example in measure.Examples)
        {
            new ExampleTyping(datasets, codeLists, places)
                .Check(root, example, [.. parts.SelectMany(Rows).SelectMany(part => part.Datasets).Distinct()]);
        }

        var first = Rows(parts[0]).First();
        return root.ProblemCount > before ? null : measure with { Datasets = first.Datasets, Basis = first.Basis };
    }

    /// <summary>The measures made of rows on which a measure rests in the end.</summary>
    private IEnumerable<Measure> Rows(Measure measure) =>
        measure.IsMadeOfRows ? [measure] : measure.MadeOf.Where(measures.ContainsKey).SelectMany(id => Rows(measures[id]));

    private void CheckPer(Entry root, Entry at, Measure measure, Measure of, Measure over)
    {
        foreach (var part in new[] { of, over }.Where(part => part.Type != MeasureType.Count))
        {
            at.Problem($"'{part.Id}' is not a count: a quotient of two units is made of two counts.");
        }

        if (of.Unit == over.Unit)
        {
            at.Problem($"Both count {of.Unit.Plural()}: a quotient of one unit is a share, or it is nothing.");
        }

        if (measure.Unit != of.Unit)
        {
            root.At("unit").Problem($"The measure counts {of.Unit.Plural()} per {over.Unit.Code()}: its unit is {of.Unit.Code()}.");
        }

        if (of.Datasets.Any(above => over.Datasets.All(below => !Share(datasets[above], datasets[below]))))
        {
            at.Problem("The two counts have no areas or periods in common, so no figure could ever be made of them.");
        }

        CheckBreakdowns(root, measure, [of, over]);
    }

    private static bool Share(Dataset above, Dataset below) => above.Hierarchies.Intersect(below.Hierarchies).Any();

    private void CheckGroups(Entry root, Entry at, Measure measure, Formula.Groups groups, Measure share)
    {
        if (share.Type is not (MeasureType.Share or MeasureType.Survey or MeasureType.Graded))
        {
            at.At("of").Problem($"'{share.Id}' is not a share: groups are compared by their shares.");
        }

        if (measure.Unit != share.Unit)
        {
            root.At("unit").Problem($"'{share.Id}' counts {share.Unit.Plural()}: the unit of their comparison is {share.Unit.Code()}.");
        }

        if (!share.Breakdowns.Contains(groups.By))
        {
            at.At("by").Problem(
                $"'{groups.By}' is not a breakdown of '{share.Id}'; it has {string.Join(", ", share.Breakdowns)}.");
            return;
        }

        foreach (var dataset in share.Datasets.Select(id => datasets[id]))
        {
            var list = codeLists[dataset.FieldNamed(groups.By)!.CodeList];
            foreach (var unknown in groups.Group.Concat(groups.Reference).Where(code => list.Expand(code).Count == 0))
            {
                at.Problem($"'{unknown}' is neither a code nor a group of the code list '{list.Id}'.");
            }

            foreach (var both in groups.Group.SelectMany(list.Expand).Intersect(groups.Reference.SelectMany(list.Expand)))
            {
                at.Problem($"'{both}' is in the group and in its reference.");
            }
        }

        CheckBreakdowns(root, measure, [share]);
        if (measure.Breakdowns.Contains(groups.By))
        {
            root.At("breakdowns").Problem($"'{groups.By}' makes the groups, so it cannot break them down.");
        }
    }

    private static void CheckBreakdowns(Entry root, Measure measure, IReadOnlyList<Measure> parts)
    {
        foreach (var breakdown in measure.Breakdowns.Where(field => !parts.All(part => part.Breakdowns.Contains(field))))
        {
            root.At("breakdowns").Problem($"'{breakdown}' is not a breakdown of what the measure is made of.");
        }
    }
}
