using System.Globalization;
using System.Text.RegularExpressions;

namespace Candour.Tests.Readings.Charts;

/// <summary>
/// The contrast of every colour that carries meaning, recalculated from the stylesheet's source (WCAG 2.2, 1.4.3 and
/// 1.4.11). A browser scan cannot judge words inside a drawing.
/// </summary>
public sealed partial class ContrastTests
{
    [Theory]
    [InlineData("text", "page", 4.5)]
    [InlineData("text", "panel", 4.5)]
    [InlineData("quiet", "page", 4.5)]
    [InlineData("quiet", "panel", 4.5)]
    [InlineData("banner", "banner-page", 4.5)]
    [InlineData("chart-text", "page", 4.5)]
    [InlineData("chart-text", "chart-gap", 4.5)]
    [InlineData("chart-reference", "page", 4.5)]
    [InlineData("chart-line", "page", 3)]
    [InlineData("chart-line", "chart-band", 3)]
    [InlineData("chart-line", "chart-gap", 3)]
    [InlineData("chart-band-edge", "page", 3)]
    [InlineData("chart-axis", "page", 3)]
    public void Colours_that_carry_meaning_stand_out(string front, string back, double least)
    {
        foreach (var theme in new[] { "light", "dark" })
        {
            var tokens = Tokens(theme);
            var contrast = Contrast(tokens[front], tokens[back]);
            Assert.True(contrast >= least, $"{front} on {back}, {theme}: {contrast:0.00}, needs {least}");
        }
    }

    [Fact]
    public void White_words_stand_out_on_the_brand()
    {
        Assert.True(Contrast(Tokens("light")["brand"], "#ffffff") >= 4.5);
        Assert.True(Contrast(Tokens("dark")["brand"], "#ffffff") >= 4.5);
    }

    [Fact]
    public void Both_themes_have_the_same_tokens() =>
        Assert.Equal(Tokens("light").Keys.Order(), Tokens("dark").Keys.Order());

    [Fact]
    public void The_calculation_agrees_with_published_values()
    {
        Assert.Equal(21, Contrast("#000000", "#ffffff"), 2);
        Assert.Equal(10.25, Contrast("#12436d", "#ffffff"), 2);
        Assert.Equal(3.03, Contrast("#f46a25", "#ffffff"), 2);
    }

    private static Dictionary<string, string> Tokens(string theme)
    {
        var source = File.ReadAllText(Path.Combine(Repository(), "src/Candour/Assets/_tokens.scss"));
        var start = source.IndexOf($"@mixin {theme} {{", StringComparison.Ordinal);
        return Token().Matches(source[start..source.IndexOf('}', start)])
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["colour"].Value);
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Candour.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("--candour-(?<name>[a-z-]+): (?<colour>#[0-9a-f]{6});", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
