using Candour.Kernel;
using Candour.Readings;

namespace Candour.Downloads;

/// <summary>One cell of a table that is taken away: its kind is known, so that no program has to guess it.</summary>
public abstract record DownloadCell
{
    private DownloadCell()
    {
    }

    /// <summary>Words, or a name such as a code: text, whatever it looks like.</summary>
    public sealed record Words(string Text) : DownloadCell;

    /// <summary>A number.</summary>
    /// <param name="Value">A share from 0 to 1, a count, or days.</param>
    /// <param name="IsShare">Shown as per cent where the format can.</param>
    public sealed record Number(double Value, bool IsShare) : DownloadCell;

    /// <summary>No number, and the word in square brackets that says why; the notes explain it.</summary>
    public sealed record NoNumber(string Symbol) : DownloadCell;

    /// <summary>Stands for the end of an interval that was not reached: programs read a number without end as nought, or not at all.</summary>
    public const string Beyond = $"[{NumberText.BeyondTheData}]";

    /// <summary>A number of a figure, or the figure's own word where it has none.</summary>
    public static DownloadCell Of(Figure figure, FigureKind kind, Func<Figure.Known, double> part)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(part);
        return figure is not Figure.Known known ? new NoNumber(FigureText.Symbol(figure))
            : double.IsFinite(part(known)) ? new Number(part(known), kind is FigureKind.Share or FigureKind.Difference)
            : new NoNumber(Beyond);
    }
}

/// <summary>A table with one row of headings. No cell is merged, none is blank, none is a formula.</summary>
/// <param name="Name">Of the sheet: at most 31 letters, none of <c>[]:*?/\</c>, unique in its book.</param>
/// <param name="Title">What the rows have in common.</param>
/// <param name="Headings">Unique.</param>
/// <param name="Rows">Each with as many cells as there are headings.</param>
public sealed record DownloadTable(
    string Name, string Title, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<DownloadCell>> Rows);

/// <summary>What is taken away together.</summary>
/// <param name="Title">Of the document.</param>
/// <param name="About">Label and text: what it is, from which snapshot, how it may be quoted.</param>
/// <param name="Notes">Each word in square brackets with its meaning, and the caveats.</param>
/// <param name="Tables">At least one.</param>
public sealed record DownloadBook(
    string Title, IReadOnlyList<(string Label, string Text)> About, IReadOnlyList<(string Label, string Text)> Notes, IReadOnlyList<DownloadTable> Tables)
{
    /// <summary>Cover, contents and notes as tables of their own, then the tables: one a sheet.</summary>
    public IReadOnlyList<DownloadTable> Sheets =>
    [
        Told("Cover", Title, ("About", "Text"), About),
        Told("Contents", "Contents", ("Sheet", "Title"), [.. Tables.Select(table => (table.Name, table.Title))]),
        Told("Notes", "Notes", ("Note", "Meaning"), Notes),
        .. Tables,
    ];

    private static DownloadTable Told(string name, string title, (string One, string Other) headings, IReadOnlyList<(string Label, string Text)> lines) => new(
        name, title, [headings.One, headings.Other],
        [.. lines.Select(line => (IReadOnlyList<DownloadCell>)[new DownloadCell.Words(line.Label), new DownloadCell.Words(line.Text)])]);
}
