using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Intake;

/// <summary>The answer is not one of those that make sense.</summary>
public sealed record AnswerNotUnderstood(string Answer) : Refusal($"'{Answer}' answers no question about a file.");

/// <summary>Answers to the questions about a file, as KEY=VALUE. Pure.</summary>
public static class FileAnswers
{
    private static readonly string[] Encodings = ["utf-8", "utf-16", "windows-1252", "iso-8859-1"];

    /// <summary>The wishes with one more answer.</summary>
    public static Result<CheckWishes> With(CheckWishes wishes, string answer)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        ArgumentNullException.ThrowIfNull(answer);
        var (key, value) = answer.Split('=', 2) is [var left, var right] ? (left.Trim(), right.Trim()) : ("", "");
        return (key, value) switch
        {
            ("encoding", _) when Encodings.Contains(value) => wishes with { Encoding = value == "utf-8" ? "" : value },
            ("dates", "year-month-day") => wishes with { DateWriting = DateWriting.Iso },
            ("dates", "day-month-year") => wishes with { DateWriting = DateWriting.DayFirst },
            ("dates", "month-day-year") => wishes with { DateWriting = DateWriting.MonthFirst },
            ("sheets", { Length: > 0 }) => wishes with { Sheets = [.. wishes.Sheets, value] },
            _ => new AnswerNotUnderstood(answer),
        };
    }
}
