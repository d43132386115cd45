using System.Globalization;
using Candour.Access;
using Candour.Kernel;
using Candour.Packs;
using Candour.Readings;
using Candour.Statistics;
using Candour.Store.Packs;
using Candour.Web;

namespace Candour.Packing;

/// <summary>The words of a pack that are the same on its page and in every file.</summary>
internal static class PackWords
{
    public const string Unevidenced = "unevidenced";

    public const string HowToRead =
        "Each share comes with its 95% interval: how far chance alone could have moved it. Signals are found by the rules of control charts; with many "
        + "measures judged at once some stand out by chance. Earlier periods are as the snapshot of this pack holds them. Nothing is ranked.";

    /// <summary>Where the figures are that the table of every measure leaves out.</summary>
    public static string AllFigures(Pack pack) =>
        "The figure of the period, for each measure. Period by period they are in the sheet \"Over time\" of the spreadsheets"
        + (pack.Subject.Audience == PackAudience.Whole ? ", and by area in the sheet \"By area\"." : ".");

    public const string AllDefinitions = "What each measure counts, and what to mind before it is quoted. The whole of each definition is in the sheet \"Definitions\" of the spreadsheets.";

    /// <summary>Where the rows are that a short table leaves out.</summary>
    public static string Whole(int shown, int all) => string.Create(
        CultureInfo.InvariantCulture,
        $"The latest {shown} of {all} periods; all of them are in the sheet \"{PackBook.Judged}\" of the spreadsheets, which is a file of the offline pack too.");

    /// <summary>Where the rows are that paper leaves out.</summary>
    public static string OnPaper(int shown, int all) => string.Create(
        CultureInfo.InvariantCulture,
        $"On paper {shown} of {all} rows: groups that differ, or would but for the missing, the one compared with, and those not recorded. All of them are on the page of the offline pack.");

    /// <summary>What the pack is, label by label.</summary>
    public static IReadOnlyList<(string Label, string Text)> About(Pack pack) =>
    [
        ("Area", pack.Subject.Area.Title),
        ("Period", pack.Subject.Period.InWords()),
        ("Dataset", pack.Subject.Dataset.Title),
        ("For", pack.Subject.Audience == PackAudience.Whole
            ? "whoever sees the whole of the dataset"
            : $"the people of {pack.Subject.Area.Title}: numbers that would be about fewer than {SmallNumbers.Floor} people are withheld"),
        ("Read from", pack.Frozen == 0 ? "the current snapshot: a preview, because the period is not frozen"
            : pack.Frozen == 1 ? "the snapshot that the period was frozen with"
            : string.Create(CultureInfo.InvariantCulture, $"the snapshot of restatement {pack.Frozen - 1} of the period")),
        ("Snapshot", pack.Snapshot.ToString()),
        ("Permanent reference", pack.Reference.ToString()),
        ("Statistical methods", string.Create(CultureInfo.InvariantCulture, $"version {MethodVersion.Current}")),
        .. pack.IsSynthetic ? [("Invented", PageFrame.SyntheticSentence)] : Array.Empty<(string, string)>(),
    ];

    /// <summary>The headings of the exceptions, and what to say where there are none.</summary>
    public static IReadOnlyList<(ExceptionKind Kind, string Heading, string None)> Kinds { get; } =
    [
        (ExceptionKind.Signal, "Measures that stand out", "No measure does anything in the period that chance alone would not explain."),
        (ExceptionKind.Disparity, "Groups that differ", "No difference between groups is more than chance, whatever is missing."),
        (ExceptionKind.FailedCheck, "Checks that found something", "No check of the data found anything."),
    ];

    public static string Word(SentenceKind kind) => kind switch
    {
        SentenceKind.Observation => "Observation",
        SentenceKind.Cause => "Cause",
        SentenceKind.Action => "Action",
        _ => "Caveat",
    };

    /// <summary>A sentence of commentary in a file: what it does, what it says, that nothing proves it, and the day.</summary>
    public static string Of(PackSentence sentence) => string.Create(
        CultureInfo.InvariantCulture, $"{Word(sentence.Kind)} ({Unevidenced}, {sentence.At:d MMMM yyyy}): {sentence.Text}");

    /// <summary>A figure whole: value, interval, base, and why there is none.</summary>
    public static string Of(Reading reading) =>
        FigureText.Of(reading.Figure, reading.Kind, reading.Numerator, reading.Denominator).ToString()
        + (reading.Immature ? "; follow-up is still short" : "");

    /// <summary>What the series does, in two words.</summary>
    public static string Judged(PackMeasure measure) => measure.Signal?.Variation switch
    {
        null => "not judged",
        Variation.CommonCause => "no signal",
        Variation.Improvement => "signal: better",
        Variation.Concern => "signal: worse",
        Variation.High => "signal: high",
        Variation.Low => "signal: low",
        _ => "not judged",
    };

    public static string FileName(Pack pack) => $"pack-{pack.Subject.Dataset.Id}-{pack.Subject.Period.ToReference()}-{Slug.Of(pack.Subject.Area.Title)}";
}
