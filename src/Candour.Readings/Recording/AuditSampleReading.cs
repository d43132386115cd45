using Candour.Intake.Reading;
using Candour.Kernel;
using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Readings.Recording;

/// <summary>
/// How often a record says something else than the file it was made from, field by field, from a sample that somebody compared by hand.
/// What the two say is compared and forgotten.
/// </summary>
/// <param name="Fields">In the order in which they first come: how many of how many compared values differ.</param>
/// <param name="Rows">How many rows were compared.</param>
public sealed record AuditSampleReading(IReadOnlyList<NamedShare> Fields, int Rows)
{
    private static readonly string[] Columns = ["row", "field", "on file", "in record"];

    /// <summary>Reads a CSV with the columns row, field, on file and in record; both empty agree, and outer blanks and case do not differ.</summary>
    public static Result<AuditSampleReading> Read(TextReader csv)
    {
        var text = new DelimitedText(csv, ',');
        if (!text.TryNext(out var header)
            || Columns.Select(name => IndexOf(header, name)).ToArray() is var at && at.Any(index => index < 0))
        {
            return new AuditSampleIsNotReadable(1, $"its first line does not name {string.Join(", ", Columns)}");
        }

        var compared = new HashSet<(string Row, string Field)>();
        var counts = new Dictionary<string, (long Wrong, long Of)>(StringComparer.Ordinal);
        while (text.TryNext(out var record))
        {
            if (record.IsBlank)
            {
                continue;
            }

            if (record.Cells.Count != header.Cells.Count || record.BrokenQuote >= 0)
            {
                return new AuditSampleIsNotReadable(record.Line, "it does not have the columns of the first line");
            }

            var (row, field) = (Cell(record, at[0]), Cell(record, at[1]));
            if (row.Length == 0 || field.Length == 0 || !compared.Add((row, field)))
            {
                return new AuditSampleIsNotReadable(
                    record.Line, row.Length == 0 || field.Length == 0 ? "it names no row or no field" : "it compares a field of a row a second time");
            }

            var (wrong, of) = counts.GetValueOrDefault(field);
            var differs = !string.Equals(Cell(record, at[2]), Cell(record, at[3]), StringComparison.OrdinalIgnoreCase);
            counts[field] = (wrong + (differs ? 1 : 0), of + 1);
        }

        return new AuditSampleReading(
            [.. counts.Select(pair => new NamedShare(pair.Key, new ShareCount(pair.Value.Wrong, pair.Value.Of)))], compared.Select(one => one.Row).Distinct().Count());
    }

    public string Sentence
    {
        get
        {
            if (Fields.Count == 0)
            {
                return "Not enough data: no value was compared with its file.";
            }

            var all = new ShareCount(Fields.Sum(one => one.Count.Numerator), Fields.Sum(one => one.Count.Denominator));
            var share = (Figure.Known)EstimateFigure.Share(all);
            var most = Fields.MaxBy(one => (double)one.Count.Numerator / one.Count.Denominator)!;
            return $"Of {NumberText.Count(all.Denominator)} values of {NumberText.Count(Rows)} rows, {NumberText.Count(all.Numerator)} differ from the file: "
                + $"{NumberText.Share(share.Value)} ({NumberText.Interval(share.Lower, share.Upper, FigureKind.Share)}). "
                + (all.Numerator == 0 ? "None differs, which does not say that none would in a larger sample."
                    : $"{most.Name} differs most often: {NumberText.Count(most.Count.Numerator)} of {NumberText.Count(most.Count.Denominator)}. The interval holds for rows drawn at random.");
        }
    }

    /// <summary>The share of each field that differs, with its interval.</summary>
    public Chart Draw(string id, string headline, string subtitle) => new IntervalChart(
        id, headline, subtitle, FigureKind.Share, "Share that differs from the file (%)", "Field",
        [.. Fields.Select(one => new IntervalRow(one.Name, EstimateFigure.Share(one.Count), one.Count.Numerator, one.Count.Denominator))],
        Said: Sentence).Draw();

    private static int IndexOf(SourceRecord header, string name) =>
        Enumerable.Range(0, header.Cells.Count).FirstOrDefault(
            index => string.Equals(header.Cells[index].Text.Trim().Replace('_', ' '), name, StringComparison.OrdinalIgnoreCase), -1);

    private static string Cell(SourceRecord record, int index) => record.Cells[index].Text.Trim();
}

/// <summary>The comparison cannot be read.</summary>
public sealed record AuditSampleIsNotReadable(long Line, string Why) : Refusal(
    $"The comparison with the files cannot be read at line {Line}: {Why}. Write one line for each row and field, with the columns row, field, on file, in record.");
