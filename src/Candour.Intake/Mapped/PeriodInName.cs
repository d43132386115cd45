using System.Globalization;
using System.Text.RegularExpressions;
using Candour.Kernel;

namespace Candour.Intake.Mapped;

/// <summary>The name does not say the period.</summary>
public sealed record NoPeriodInName(string File, IReadOnlyList<string> Patterns) : Refusal(
    $"The name {File} does not tell its month and year. It must read like {string.Join(" or ", Patterns)}, "
    + "with the month as an English name: rename the file or its folder.");

/// <summary>The name says one year and its folder another.</summary>
public sealed record PeriodIsContradicted(string File, string Year, string Folder) : Refusal(
    $"The name {File} says {Year} and its folder says {Folder}: put the file where it belongs, or rename it.");

/// <summary>The period of a file whose rows do not say it: found in its name and its folder's name.</summary>
public static partial class PeriodInName
{
    private static readonly IReadOnlyList<string> MonthNames =
        [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)];

    /// <summary>
    /// Tries each pattern in turn. <c>{year}</c> is four digits, <c>{month}</c> an English month, whole or its first
    /// three letters, in any case; a pattern without a folder takes a file from any folder.
    /// </summary>
    public static Result<Period> Read(string name, IReadOnlyList<string> patterns)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(patterns);
        foreach (var pattern in patterns)
        {
            var match = Regex.Match(name, Expression(pattern), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            if (match.Success && MonthOf(match.Groups["month"].Value) is var month && month > 0)
            {
                var year = match.Groups["year"].Value;
                var folder = name.Contains('/', StringComparison.Ordinal) ? name.Split('/')[^2] : "";
                return folder != year && FolderIsAYear().IsMatch(folder)
                    ? new PeriodIsContradicted(name, year, folder)
                    : Period.Month(int.Parse(year, CultureInfo.InvariantCulture), month);
            }
        }

        return new NoPeriodInName(name, patterns);
    }

    [GeneratedRegex("^(19|20)[0-9][0-9]$")]
    private static partial Regex FolderIsAYear();

    private static string Expression(string pattern) =>
        "(^|/)" + Regex.Escape(pattern)
            .Replace(@"\{year}", "(?<year>(19|20)[0-9][0-9])", StringComparison.Ordinal)
            .Replace(@"\{month}", "(?<month>[a-z]+)", StringComparison.Ordinal) + "$";

    private static int MonthOf(string text) => 1 + MonthNames.ToList().FindIndex(month =>
        month.Equals(text, StringComparison.OrdinalIgnoreCase)
        || month[..3].Equals(text, StringComparison.OrdinalIgnoreCase));
}
