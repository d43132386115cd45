using Candour.Definitions;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.Intake.Guiding;

/// <summary>No line of the file names columns.</summary>
public sealed record NoHeaderFound(string File) : FileRefusal(
    $"The file {File} has no line at its start that names at least two columns: nobody can say what they mean. Ask the sender for it with its header.");

/// <summary>A file that no mapping knows, looked at as a whole so that a person can say what its columns mean.</summary>
/// <param name="Form">What the file is.</param>
/// <param name="Sheet">The sheet that was looked at, the one with the most rows that people see; empty for a file without sheets.</param>
/// <param name="Rows">Rows below its header.</param>
/// <param name="Columns">Those that have a name that no other has.</param>
/// <param name="Unnamed">How many columns have no name, or one that another has too; no mapping can name them.</param>
public sealed record SourceSurvey(SourceForm Form, string Sheet, long Rows, IReadOnlyList<SurveyedColumn> Columns, int Unnamed)
{
    /// <summary>The way in which its days are written, where only one can be meant; the year first where nothing says otherwise.</summary>
    public DateWriting Dates => (Columns.Sum(column => column.Days.OnlyDayFirst), Columns.Sum(column => column.Days.OnlyMonthFirst)) switch
    {
        ( > 0, 0) => DateWriting.DayFirst,
        (0, > 0) => DateWriting.MonthFirst,
        _ => DateWriting.Iso,
    };

    /// <summary>The name of a column, or a value that could be a code, holds bytes that are no letters of the encoding.</summary>
    public bool HasUndecodable => Columns.SelectMany(column => column.Values.Prepend(column.Name))
        .Any(text => text.Contains(TextEncoding.Undecodable, StringComparison.Ordinal));

    /// <summary>Looks at a whole file.</summary>
    public static Result<SourceSurvey> Of(SourceFile file, CheckWishes wishes)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(wishes);
        var sink = new SurveySink();
        return wishes.Reader(file, new ReadingWishes(',', wishes.Encoding, []), sink)
            .Then(_ => sink.Survey is { } survey ? survey : (Result<SourceSurvey>)new NoHeaderFound(file.ShortName));
    }
}
