using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Charts;
using Candour.Readings.Signals;
using Candour.Store.Packs;

namespace Candour.Packs;

/// <summary>Why something is an exception.</summary>
public enum ExceptionKind
{
    /// <summary>A measure does something in the period that chance alone would not explain.</summary>
    Signal,

    /// <summary>Groups differ by more than chance, whatever is missing.</summary>
    Disparity,

    /// <summary>A data-quality check found something.</summary>
    FailedCheck,
}

/// <summary>One thing that a pack points to.</summary>
/// <param name="Id">Its name in the pack, the same as long as the same thing stands out: <c>signal:rape-crimes-recorded</c>.</param>
/// <param name="Kind">Why it is here.</param>
/// <param name="Title">As a heading.</param>
/// <param name="Sentence">What is seen, generated.</param>
/// <param name="Cites">The figures that it rests on, by their permanent references.</param>
/// <param name="Chart">Its drawing with its table; absent for a check.</param>
/// <param name="Commentary">What people wrote about it, the oldest first.</param>
public sealed record PackPoint(
    string Id, ExceptionKind Kind, string Title, string Sentence, IReadOnlyList<Reading> Cites, Chart? Chart, IReadOnlyList<PackSentence> Commentary)
{
    /// <summary>So many of the latest points of a series are read beside its drawing.</summary>
    public const int LatestPoints = 6;

    /// <summary>Points of the period itself, which are always shown; 0 where the table is no series.</summary>
    public int OfPeriod { get; init; }

    /// <summary>Rows of the table that paper leaves out, by their place: groups of which no difference can be told.</summary>
    public IReadOnlyList<int> NotOnPaper { get; init; } = [];

    /// <summary>The table as it is read beside the drawing: of a series the latest points, those of the period among them; else whole.</summary>
    public ChartTable? ShortTable => Chart is not { } drawn ? null
        : OfPeriod == 0 ? drawn.Table
        : drawn.Table with { Rows = [.. drawn.Table.Rows.TakeLast(Math.Max(LatestPoints, OfPeriod))] };
}

/// <summary>One measure of the full set.</summary>
/// <param name="Reading">Of the period.</param>
/// <param name="Series">Period by period, up to this one.</param>
/// <param name="Signal">How the series is judged; absent where it is not.</param>
/// <param name="Areas">The same period in each area, by name; empty in the pack of one area.</param>
public sealed record PackMeasure(Reading Reading, IReadOnlyList<Reading> Series, ControlReading? Signal, IReadOnlyList<Reading> Areas)
{
    public Measure Measure => Reading.Measure;
}

/// <summary>What a check found among the rows of the period.</summary>
/// <param name="Check">The check.</param>
/// <param name="Found">How often; 0 for never.</param>
/// <param name="Of">Of how many rows; 0 where it looks at months of units.</param>
/// <param name="IsSmall">So few that the audience is not told how many.</param>
public sealed record CheckedRows(Check Check, long Found, long Of, bool IsSmall)
{
    /// <summary>"12 of 345 rows", "3 months of units", "[suppressed]".</summary>
    public string InWords => IsSmall ? FigureText.Symbol(new Figure.Suppressed(""))
        : Of > 0 ? $"{NumberText.Count(Found)} of {NumberText.Count(Of)} rows"
        : Found == 1 ? "1 month of a unit" : $"{NumberText.Count(Found)} months of units";
}

/// <summary>A definition that the pack rests on.</summary>
/// <param name="Measure">Of which measure.</param>
/// <param name="Lines">Its words.</param>
/// <param name="InShort">Those of them that are read in the pack: what it counts, and what to mind.</param>
public sealed record PackDefinition(Measure Measure, IReadOnlyList<string> Lines, IReadOnlyList<string> InShort);

/// <summary>A performance pack: what the frozen figures of a period say about an area, chosen by exceptions, with the full set behind.</summary>
/// <param name="Subject">What it is about, and for whom.</param>
/// <param name="Snapshot">Where every figure comes from.</param>
/// <param name="Frozen">Which freeze; 0 for a preview.</param>
/// <param name="IsSynthetic">No row behind it describes a real person.</param>
/// <param name="FiveThings">What to say first; at most five sentences.</param>
/// <param name="Exceptions">Signals, then disparities, then failed checks, each in the order of the definitions: nothing is ranked.</param>
/// <param name="Measures">Every measure of the dataset.</param>
/// <param name="Checks">Every check of the dataset.</param>
/// <param name="Groups">What was compared between groups, in a sentence.</param>
/// <param name="Definitions">Of every measure.</param>
/// <param name="Unplaced">Commentary on what no longer stands out.</param>
public sealed record Pack(
    PackSubject Subject, ContentHash Snapshot, long Frozen, bool IsSynthetic, IReadOnlyList<string> FiveThings,
    IReadOnlyList<PackPoint> Exceptions, IReadOnlyList<PackMeasure> Measures, IReadOnlyList<CheckedRows> Checks, string Groups,
    IReadOnlyList<PackDefinition> Definitions, IReadOnlyList<PackSentence> Unplaced)
{
    /// <summary>SHA-256 of everything that it says: the same inputs and the same commentary, the same hash.</summary>
    public ContentHash Content => ContentHash.Of(PackContent.Text(this));

    /// <summary>Its permanent name.</summary>
    public PackReference Reference => new(Subject.Dataset.Id, Subject.Period, Subject.Hierarchy.Id, Subject.Area.Id, Content);

    public string Title => $"{Subject.Dataset.Title}: {Subject.Area.Title}, {Subject.Period.InWords()}";

    public bool IsPreview => Frozen == 0;

    /// <summary>The same pack with what people wrote.</summary>
    public Pack With(IReadOnlyList<PackSentence> commentary)
    {
        ArgumentNullException.ThrowIfNull(commentary);
        var placed = commentary.ToLookup(sentence => sentence.About, StringComparer.Ordinal);
        var known = Exceptions.Select(exception => exception.Id).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Exceptions = [.. Exceptions.Select(exception => exception with { Commentary = [.. placed[exception.Id]] })],
            Unplaced = [.. commentary.Where(sentence => !known.Contains(sentence.About))],
        };
    }
}
