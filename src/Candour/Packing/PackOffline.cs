using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Candour.Downloads;
using Candour.Packs;
using Candour.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Candour.Packing;

/// <summary>
/// The pack as a folder that opens from the disk: one page with its stylesheet, and every table as a file of values. It asks for
/// nothing from anywhere, and runs no script.
/// </summary>
internal static partial class PackOffline
{
    public const string Page = "index.html";
    public const string Style = "candour.css";

    /// <summary>
    /// The form in which this program writes the files of a pack; what they say is not in it. Raised when sections, tables or sheets are
    /// laid out otherwise, so that files of an earlier form are not taken for altered ones.
    /// </summary>
    public const int Form = 3;

    private const string FormName = "candour-form";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The files of the folder, by their names.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Files(byte[] page, DownloadBook book) =>
    [
        (Page, page), (Style, BuiltInFile.Stylesheet.Content.ToArray()),
        .. book.Tables.Select(table => ($"tables/{Kernel.Slug.Of(table.Name)}.csv", CsvBook.Write(book with { Tables = [table] }))),
    ];

    /// <summary>In which form an offline pack was written; 1 when it does not say, as the first ones did not.</summary>
    public static int FormOf(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        using var page = new StreamReader(archive.GetEntry(Page)?.Open() ?? throw new InvalidDataException("An offline pack has no page."));
        var said = Said().Match(page.ReadToEnd());
        return said.Success ? int.Parse(said.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 1;
    }

    [GeneratedRegex($"<meta name=\"{FormName}\" content=\"([0-9]{{1,4}})\">")]
    private static partial Regex Said();

    /// <summary>The page of the folder; for paper without what the stylesheet does not show there.</summary>
    public static byte[] Html(Pack pack, bool printed = false)
    {
        var markup = new PackMarkup(pack) { Printed = printed };
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.Write("<!DOCTYPE html>\n<html lang=\"en-GB\" class=\"govuk-template\"><head><meta charset=\"utf-8\">");
        Write(Element("title", "", pack.Title));
        text.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">");
        text.Write($"<meta name=\"{FormName}\" content=\"{Form}\"><link rel=\"stylesheet\" href=\"{Style}\"></head><body class=\"govuk-template__body candour-pack\">");
        if (pack.IsSynthetic)
        {
            text.Write("<div class=\"candour-banner\"><div class=\"govuk-width-container\">");
            Write(Element("p", "", PageFrame.SyntheticSentence));
            text.Write("</div></div>");
        }

        text.Write("<div class=\"govuk-width-container\"><main class=\"govuk-main-wrapper\" id=\"main-content\">");
        Write(Element("h1", "govuk-heading-l", pack.Title));
        Write(markup.About());
        Write(markup.List());
        Write(markup.Body());
        text.Write("</main></div></body></html>\n");
        return System.Text.Encoding.UTF8.GetBytes(text.ToString());

        void Write(IHtmlContent content) => content.WriteTo(text, Encoder);
    }

    private static TagBuilder Element(string name, string classes, string words)
    {
        var made = new TagBuilder(name);
        if (classes.Length > 0)
        {
            made.AddCssClass(classes);
        }

        made.InnerHtml.Append(words);
        return made;
    }
}
