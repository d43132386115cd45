using System.Text;
using Candour.Web;

namespace Candour.Tests.Web;

/// <summary>Candour is not a GOV.UK service and asks nothing of any other host.</summary>
public sealed class StylesheetTests
{
    [Fact]
    public void Has_no_font_file_no_picture_and_no_import()
    {
        using var stream = typeof(BuiltInFile).Assembly.GetManifestResourceStream("candour.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var css = reader.ReadToEnd();

        foreach (var unwanted in (string[])["@font-face", "@import", "url(", "Transport", "crest", "crown"])
        {
            Assert.DoesNotContain(unwanted, css, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("prefers-color-scheme: dark", css.Replace("scheme:dark", "scheme: dark"), StringComparison.Ordinal);
        Assert.Contains("forced-colors", css, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_the_hash_of_its_content_in_its_address() =>
        Assert.Matches("^/candour\\.[0-9a-f]{12}\\.css$", BuiltInFile.Stylesheet.Path);
}
