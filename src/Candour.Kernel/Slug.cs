using System.Text;

namespace Candour.Kernel;

/// <summary>
/// How a name is compared and how it becomes a code: lower case, letters and digits of the English alphabet joined by
/// single hyphens; every other sign only parts them. "London, City of" is <c>london-city-of</c>, "Devon &amp; Cornwall" is <c>devon-and-cornwall</c>.
/// </summary>
public static class Slug
{
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slug = new StringBuilder(text.Length);
        foreach (var letter in text.Replace("&", " and ", StringComparison.Ordinal))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }
}
