using Candour.Databank.Engine;
using Candour.Definitions;

namespace Candour.Readings.Figures;

/// <summary>
/// The rows behind one measure of an index, area by area, so that its value can be made of them or of a new draw. Rows that
/// cannot say are left out of both.
/// </summary>
internal sealed class IndexRows
{
    private readonly Formula formula;
    private readonly decimal scale;
    private readonly RowPart[][] rows;
    private readonly bool[] covered;
    private readonly IndexRows? over;

    public IndexRows(Place asked, Measure measure, IReadOnlyList<Area> areas)
    {
        formula = measure.Formula;
        var made = formula is Formula.Per per ? asked.States.Catalogue.Measures[per.Of] : measure;
        over = formula is Formula.Per whole ? new IndexRows(asked, asked.States.Catalogue.Measures[whole.Over], areas) : null;
        var dataset = made.Datasets.Where(asked.States.Has).Select(id => asked.States.Catalogue.Datasets[id]).FirstOrDefault();
        scale = made.Formula is Formula.Count { Amount: { Length: > 0 } amount } && dataset is not null
            ? dataset.FieldNamed(amount)!.Scale : 1;
        covered = [.. areas.Select(area => dataset is not null
            && (asked with { Area = area }).Covered(asked.States.Rows(dataset), dataset).Covered > 0)];
        rows = dataset is null ? [.. areas.Select(_ => Array.Empty<RowPart>())]
            :
            [
                .. areas.Select(area => asked.States.Rows(dataset)
                    .Counted(made, asked.Hierarchy.LowestUnder(area.Id), asked.Period, [])
                    .Select(counted => counted.Part).Where(part => part.Missing == 0).ToArray()),
            ];
    }

    /// <summary>The value of every area; none where there is nothing to make it of.</summary>
    public IReadOnlyList<double?> Values() => [.. rows.Select((_, area) => ValueOf(area, Sum(rows[area]), over is null ? default : Sum(over.rows[area])))];

    /// <summary>The values that the same number of rows, drawn again with replacement, would give.</summary>
    public IReadOnlyList<double?> Drawn(SeededRows draws) =>
        [.. rows.Select((_, area) => ValueOf(area, Sum(Again(rows[area], draws)), over is null ? default : Sum(Again(over.rows[area], draws))))];

    private double? ValueOf(int area, (decimal Numerator, decimal Denominator) sum, (decimal Numerator, decimal Denominator) below) => formula switch
    {
        Formula.Per per => below.Numerator > 0 ? (double)(sum.Numerator / scale / (below.Numerator / over!.scale)) * per.Each : null,
        Formula.Count => covered[area] ? (double)(sum.Numerator / scale) : null,
        _ => sum.Denominator > 0 ? (double)(sum.Numerator / sum.Denominator) : null,
    };

    private static IEnumerable<RowPart> Again(RowPart[] rows, SeededRows draws)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            yield return rows[draws.Below(rows.Length)];
        }
    }

    private static (decimal Numerator, decimal Denominator) Sum(IEnumerable<RowPart> parts)
    {
        var (numerator, denominator) = (0L, 0L);
        foreach (var part in parts)
        {
            numerator += part.Numerator;
            denominator += part.Denominator;
        }

        return (numerator, denominator);
    }
}
