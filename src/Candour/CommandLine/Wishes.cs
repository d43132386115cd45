using System.CommandLine;
using Candour.Definitions;
using Candour.Intake;
using Candour.Kernel;

namespace Candour.CommandLine;

/// <summary>An area that no hierarchy has.</summary>
internal sealed record AreaIsUnknown(string Area) : Refusal(
    $"There is no area '{Area}' in any hierarchy: check its code or name.");

/// <summary>An answer that answers nothing.</summary>
internal sealed record AnswerIsUnknown(string Answer) : Refusal(
    $"'{Answer}' is no answer: write encoding=windows-1252, dates=day-month-year (or month-day-year), or sheets=NAME (or *).");

/// <summary>The options by which a person says what a file does not say itself.</summary>
internal sealed record WishOptions(Option<string> Area, Option<string[]> Answers)
{
    public static WishOptions Create() => new(
        Options.Text("--area", "The area whose rows the sender may submit; rows of others refuse the file.", "AREA"),
        new Option<string[]>("--answer")
        {
            Description = "The answer to a question about the file: encoding=…, dates=… or sheets=….",
            HelpName = "KEY=VALUE",
            DefaultValueFactory = _ => [],
        });

    public Result<CheckWishes> Read(ParseResult parsed, Catalogue catalogue) =>
        Of(parsed.GetValue(Area)!, parsed.GetValue(Answers)!, catalogue);

    /// <summary>No wish but that files are read today, in the reading process.</summary>
    public static CheckWishes Today => new(DateOnly.FromDateTime(Here.Now.UtcDateTime)) { Reader = ConfinedReading.Read };

    public static Result<CheckWishes> Of(string area, IReadOnlyList<string> answers, Catalogue catalogue)
    {
        var wishes = Today;
        if (area.Length > 0)
        {
            var lowest = catalogue.Hierarchies.Values
                .SelectMany(hierarchy => hierarchy.TryFind(area, out var found) ? hierarchy.LowestUnder(found.Id) : [])
                .ToHashSet(StringComparer.Ordinal);
            if (lowest.Count == 0)
            {
                return new AreaIsUnknown(area);
            }

            wishes = wishes with { Areas = lowest };
        }

        foreach (var answer in answers)
        {
            if (!FileAnswers.With(wishes, answer).Try(out var more, out _))
            {
                return new AnswerIsUnknown(answer);
            }

            wishes = more;
        }

        return wishes;
    }
}
