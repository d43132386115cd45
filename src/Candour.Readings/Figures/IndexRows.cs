using Candour.Databank.Engine;
using Candour.Definitions;
using Candour.Statistics;

namespace Candour.Readings.Figures;

/// <summary>
/// The rows behind one measure of an index, area by area, so that its value can be made of them or of a new draw. Rows that
/// cannot say are left out of both.
/// </summary>
internal sealed class IndexRows
{
    private readonly Formula formula;
    private readonly decimal scale = 1;
    private readonly RowPart[][] rows;
    private readonly bool[] covered;

    /// <summary>By what the sum of an area is divided: the months of a stock whose mean is asked for, else 1.</summary>
    private readonly int[] months;
    private readonly IndexRows? over;

    public IndexRows(Place asked, Measure measure, IReadOnlyList<Area> areas)
    {
        formula = measure.Formula;
        var made = formula is Formula.Per per ? asked.States.Catalogue.Measures[per.Of] : measure;
        over = formula is Formula.Per whole ? new IndexRows(asked, asked.States.Catalogue.Measures[whole.Over], areas) : null;
        rows = [.. areas.Select(_ => Array.Empty<RowPart>())];
        covered = new bool[areas.Count];
        months = [.. areas.Select(_ => 1)];
        if (made.Datasets.Where(asked.States.Has).Select(id => asked.States.Catalogue.Datasets[id]).FirstOrDefault() is { } dataset)
        {
            scale = made.Formula is Formula.Count { Amount: { Length: > 0 } amount } ? dataset.FieldNamed(amount)!.Scale : 1;
            rows = ByArea(asked, made, dataset, areas);
            var coverage = areas.Select(area => (asked with { Area = area }).Covered(asked.States.Rows(dataset), dataset)).ToList();
            covered = [.. coverage.Select(sum => sum.Covered > 0)];
            if (dataset.BasisNamed(made.Basis)!.OverTime == OverTime.Mean)
            {
                months = [.. coverage.Select(sum => Math.Max(1, sum.Periods))];
            }
        }
    }

    /// <summary>The value of every area; none where there is nothing to make it of.</summary>
    public IReadOnlyList<double?> Values() =>
        [.. rows.Select((own, area) => ValueOf(area, Sum(own), over is null ? default : Sum(over.rows[area])))];

    /// <summary>The values that the same number of rows, drawn again with replacement, would give.</summary>
    public IReadOnlyList<double?> Drawn(SeededDraws draws) =>
        [.. rows.Select((own, area) => ValueOf(area, SumAgain(own, draws), over is null ? default : SumAgain(over.rows[area], draws)))];

    /// <summary>One pass over the rows, each put with every area it lies under.</summary>
    private static RowPart[][] ByArea(Place asked, Measure made, Dataset dataset, IReadOnlyList<Area> areas)
    {
        var pass = asked.States.Rows(dataset);
        var lists = areas.Select(_ => new List<RowPart>()).ToArray();
        var under = areas.SelectMany((area, index) => asked.Hierarchy.LowestUnder(area.Id).Select(lowest => (lowest, index)))
            .ToLookup(pair => pair.lowest, pair => pair.index, StringComparer.Ordinal);
        var byCode = pass.Encoded.Dictionary(dataset.AreaField.Id).Select(lowest => under[lowest].ToArray()).ToArray();
        var column = pass.Encoded.Column(dataset.AreaField.Id).ToArray();
        foreach (var (row, part) in pass.Counted(made, asked.Hierarchy.LowestUnder(asked.Hierarchy.Top.Id), asked.Period, []))
        {
            foreach (var index in part.Missing == 0 ? byCode[column[row]] : [])
            {
                lists[index].Add(part);
            }
        }

        return [.. lists.Select(list => list.ToArray())];
    }

    private double? ValueOf(int area, (long Numerator, long Denominator) sum, (long Numerator, long Denominator) below) => formula switch
    {
        Formula.Per per => below.Numerator > 0 ? (double)(sum.Numerator / scale / months[area] / (below.Numerator / over!.scale / over.months[area])) * per.Each : null,
        Formula.Count => covered[area] ? (double)(sum.Numerator / scale / months[area]) : null,
        _ => sum.Denominator > 0 ? (double)sum.Numerator / sum.Denominator : null,
    };

    private static (long Numerator, long Denominator) Sum(RowPart[] parts)
    {
        var (numerator, denominator) = (0L, 0L);
        foreach (var part in parts)
        {
            numerator += part.Numerator;
            denominator += part.Denominator;
        }

        return (numerator, denominator);
    }

    private static (long Numerator, long Denominator) SumAgain(RowPart[] parts, SeededDraws draws)
    {
        var (numerator, denominator) = (0L, 0L);
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[draws.Below(parts.Length)];
            numerator += part.Numerator;
            denominator += part.Denominator;
        }

        return (numerator, denominator);
    }
}
