using System.Globalization;
using Candour.Definitions;
using Candour.Intake.Mapped;

namespace Candour.Databank.Columns;

/// <summary>Encodes rows as they come, file after file, so that no more than one file is held as texts.</summary>
public sealed class ColumnsBuilding
{
    private readonly Dataset dataset;
    private readonly List<int>[] codes;
    private readonly Dictionary<string, int>[] known;

    public ColumnsBuilding(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        this.dataset = dataset;
        codes = [.. dataset.Fields.Select(_ => new List<int>())];
        known = [.. dataset.Fields.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 })];
    }

    public void Add(IReadOnlyList<MappedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Parallel.For(0, codes.Length, field => Add(field, rows));
    }

    /// <summary>The columns, in the order of areas and identifiers.</summary>
    /// <param name="sortedBy">The identifier whose rows are put together within an area; empty for none.</param>
    public EncodedColumns Finish(string sortedBy) => EncodedColumns.Of(
        dataset,
        [
            .. dataset.Fields.Select((field, at) => field.Type == FieldType.Date
                ? EncodedColumn.OfDays(codes[at]) : EncodedColumn.OfTexts(codes[at], [.. known[at].Keys])),
        ],
        sortedBy);

    /// <summary>A date is kept as its day number, anything else as its place in the dictionary.</summary>
    private void Add(int field, IReadOnlyList<MappedRow> rows)
    {
        var (own, texts) = (codes[field], known[field]);
        var isDate = dataset.Fields[field].Type == FieldType.Date;
        foreach (var row in rows)
        {
            var text = row.Values[field];
            if (!texts.TryGetValue(text, out var code))
            {
                code = isDate ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber : texts.Count;
                texts.Add(text, code);
            }

            own.Add(code);
        }
    }
}
