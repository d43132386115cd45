using Candour.Publishing;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Organisations that support people, for the public.</summary>
[Door]
[LeftAtOnce]
public sealed class SupportModel(SupportEntries entries) : PageModel
{
    public IReadOnlyList<IGrouping<string, SupportOrganisation>> Places { get; } = [.. entries.Shown.GroupBy(one => one.Text.Place)];

    /// <summary>As a telephone takes it: digits, and a plus in front.</summary>
    public static string Dialled(string telephone)
    {
        ArgumentNullException.ThrowIfNull(telephone);
        return (telephone.TrimStart().StartsWith('+') ? "+" : "") + string.Concat(telephone.Where(char.IsAsciiDigit));
    }
}
