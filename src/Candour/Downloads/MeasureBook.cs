using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Figures;
using Candour.Web;

namespace Candour.Downloads;

/// <summary>
/// The tables of a measure as a book: over time, by area, and by each of its groups. Every figure comes from the viewer's room, so
/// what a page withholds a file withholds too.
/// </summary>
public static class MeasureBook
{
    private const int LongestName = 31;

    /// <summary>Makes the book of a question.</summary>
    public static DownloadBook Of(ReadingRoom room, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reading);
        var (measure, question) = (reading.Measure, reading.Question);
        var of = $"{Subject.Of(room, reading)}, {question.Area.Title}";
        DownloadTable[] tables =
        [
            Table(room, "Over time", $"{of}: by period", "Period", [.. room.Trend(measure, question).Select(one => (one.Question.Period.InWords(), one.Question.Period.ToString(), one))]),
            Table(room, "Areas", $"{Subject.Of(room, reading)}, {question.Period.InWords()}: by area", "Area", [.. room.Compare(measure, question).Select(one => (one.Question.Area.Title, one.Question.Area.Id, one))]),
            .. MeasureBreakdown.Of(room, reading).Where(broken => broken.Rows.Count > 0).Select(broken => Table(
                room, NameOf(broken.Field), $"{of}, {question.Period.InWords()}: by {broken.Field.Title}", broken.Field.Title,
                [.. broken.Rows.Select(row => (row.Code.Title, row.Code.Id, row.Reading))])),
        ];
        return new DownloadBook($"{measure.Title}: {question.Area.Title}, {question.Period.InWords()}", About(room, reading), Notes(measure, room.IsSynthetic(question.Dataset)), tables);
    }

    private static DownloadTable Table(ReadingRoom room, string name, string title, string heading, IReadOnlyList<(string Title, string Code, Reading Reading)> rows)
    {
        var whole = rows.Count > 0 && room.Seen.SeesWhole(rows[0].Reading.Question.Dataset);
        return new DownloadTable(
            name, title, [heading, "Code", "Value", "Lower 95%", "Upper 95%", "Counted", "Counted among", "Cannot say", "Note"],
            [.. rows.Select(row => Cells(row.Title, row.Code, row.Reading, whole))]);
    }

    internal static IReadOnlyList<DownloadCell> Cells(string title, string code, Reading reading, bool whole)
    {
        var (figure, kind) = (reading.Figure, reading.Kind);
        var counted = figure is not (Figure.Suppressed or Figure.NotRecorded);
        return
        [
            new DownloadCell.Words(title), new DownloadCell.Words(code),
            DownloadCell.Of(figure, kind, known => known.Value), DownloadCell.Of(figure, kind, known => known.Lower), DownloadCell.Of(figure, kind, known => known.Upper),
            Count(reading.Numerator), Count(reading.Denominator),
            counted && whole ? new DownloadCell.Number(reading.Missing, false) : new DownloadCell.NoNumber(counted ? NotShown : FigureText.Symbol(figure)),
            new DownloadCell.Words(
                string.Join(' ', new[] { figure.Reason, reading.Immature ? Settling : "" }.Where(text => text.Length > 0)) is { Length: > 0 } note ? note : None),
        ];

        DownloadCell Count(decimal number) => counted ? new DownloadCell.Number((double)number, false) : new DownloadCell.NoNumber(FigureText.Symbol(figure));
    }

    private const string None = "none";
    private const string NotShown = "[not shown]";
    private const string Settling = "Follow-up is still short; the number is expected to change.";

    private static IReadOnlyList<(string, string)> About(ReadingRoom room, Reading reading) =>
    [
        ("Measure", reading.Measure.Title),
        ("Question", reading.Measure.Question),
        ("Area", reading.Question.Area.Title),
        ("Period", reading.Question.Period.InWords()),
        ("Only", string.Join("; ", Subject.Conditions(room, reading.Question)) is { Length: > 0 } conditions ? conditions : "all cases"),
        ("Which rows", reading.Basis.Title),
        ("Unit", FigureUnit.Of(reading.Measure)),
        ("Dataset", reading.Question.Dataset.Title),
        ("Permanent reference", reading.Reference.ToString()),
        ("Snapshot", reading.Reference.Snapshot.ToString()),
        ("Definition", $"{reading.Measure.Id}, version {reading.Measure.Version}"),
        ("Statistical methods", $"version {reading.Reference.MethodVersion}"),
        ("Source", reading.Measure.Source),
    ];

    /// <summary>What the columns and the words in square brackets mean, in every book.</summary>
    internal static IReadOnlyList<(string Label, string Text)> Symbols { get; } =
    [
        ("Interval", "How far chance alone could have moved the value. Lower and upper are equal to the value where a figure has no interval."),
        ("Cannot say", "Cases that cannot say whether they count, because a field is missing."),
        ("Shares", "A value from 0 to 1, shown as per cent where the format can."),
        ("[suppressed]", "Withheld, because it could point to a person."),
        ("[not recorded]", "No data for this area and period, or outside what you may see."),
        ("[too few cases]", "Too few cases for this kind of figure."),
        ("[not reached]", "Too many cases are still open."),
        (DownloadCell.Beyond, "The interval ends later than any case was followed: nobody can say yet where."),
        ("[n/a]", "The question has no answer here."),
        (NotShown, "Shown to whoever sees all areas."),
    ];

    private static IReadOnlyList<(string, string)> Notes(Measure measure, bool synthetic) =>
    [
        .. synthetic ? [("Invented", PageFrame.SyntheticSentence)] : Array.Empty<(string, string)>(),
        .. measure.Caveats.Select((caveat, i) => ($"Before you quote it, {i + 1}", caveat)),
        .. Symbols,
        ("Order", "Areas stand in the order of the alphabet: they are not ranked."),
    ];

    /// <summary>At most 31 letters, and none that a sheet may not have.</summary>
    private static string NameOf(Field field)
    {
        var name = $"By {string.Concat(field.Id.Select(sign => sign == '_' ? ' ' : sign))}";
        return name.Length <= LongestName ? name : name[..LongestName];
    }
}
