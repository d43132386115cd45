using Candour.Packs;
using Candour.Readings;
using Candour.Readings.Charts;
using Candour.Store.Packs;
using Candour.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Candour.Packing;

/// <summary>
/// A pack as HTML: the same elements on its page, in the offline pack and, printed, in the PDF. Every text is encoded by the framework's
/// own elements; drawings come in through <see cref="SvgContent"/>.
/// </summary>
internal sealed class PackMarkup(Pack pack)
{
    private readonly IReadOnlyList<PackSection> sections = PackSections.Of(pack);

    /// <summary>Where a figure has a page; nowhere in a file.</summary>
    public Func<Reading, string>? FigurePage { get; init; }

    /// <summary>Who wrote a sentence; not said in a file.</summary>
    public Func<string, string>? NameOf { get; init; }

    /// <summary>For paper: what its stylesheet does not show there is not written, because Chromium takes time over it.</summary>
    public bool Printed { get; init; }

    public IHtmlContent About()
    {
        var list = Element("dl", "govuk-summary-list");
        foreach (var (label, text) in PackWords.About(pack))
        {
            list.InnerHtml.AppendHtml(Element("div", "govuk-summary-list__row", Words("dt", "govuk-summary-list__key", label), Words("dd", "govuk-summary-list__value", text)));
        }

        return list;
    }

    public IHtmlContent Body()
    {
        var all = new HtmlContentBuilder();
        foreach (var section in sections)
        {
            var heading = Words("h2", "govuk-heading-m", section.Heading);
            heading.Attributes["id"] = section.Anchor;
            all.AppendHtml(heading);
            foreach (var block in section.Blocks)
            {
                all.AppendHtml(Of(block));
            }
        }

        return all;
    }

    /// <summary>The sections, as a list of contents.</summary>
    public IHtmlContent List()
    {
        var items = sections.Select(one =>
        {
            var link = Words("a", "govuk-link", one.Heading);
            link.Attributes["href"] = "#" + one.Anchor;
            return (IHtmlContent)Element("li", "", link);
        });
        var nav = Element("nav", "", Element("ul", "govuk-list", [.. items]));
        nav.Attributes["aria-label"] = "Contents";
        return nav;
    }

    private TagBuilder Of(PackBlock block) => block switch
    {
        PackBlock.Words words => Words("p", "govuk-body candour-text", words.Text),
        PackBlock.Numbered list => Element("ol", "govuk-list govuk-list--number", [.. list.Items.Select(text => Words("li", "", text))]),
        PackBlock.Point point => Exception(point),
        PackBlock.Commentary said => Commentary(said.Sentences),
        PackBlock.Table table => Table(
            table.Id, table.Caption, table.Headings, [],
            table.Rows.Select(row => (IReadOnlyList<IHtmlContent>)[.. row.Select(cell => cell.Cites is { } reading ? Cited(reading) : Plain(cell.Text))])),
        PackBlock.Entries entries => Element(
            "div", "candour-entries",
            [
                .. entries.Of.SelectMany(one => (IHtmlContent[])
                    [Words("h3", "govuk-heading-s", one.Name), Element("ul", "govuk-list", [.. one.Lines.Select(line => Words("li", "", line))])]),
            ]),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "A part of a pack that a page cannot write."),
    };

    private TagBuilder Exception(PackBlock.Point point)
    {
        var one = point.Of;
        var id = one.Id.Replace(':', '-');
        var heading = Words("h3", "govuk-heading-s", one.Title);
        heading.Attributes["id"] = $"{id}-title";
        var section = Element("section", "candour-chart", heading, Words("p", "candour-chart__sentence", one.Sentence));
        section.Attributes["aria-labelledby"] = $"{id}-title";
        if (one.Chart is { } chart)
        {
            section.InnerHtml.AppendHtml(Words("p", "candour-chart__subtitle", chart.Subtitle));
            section.InnerHtml.AppendHtml(new SvgContent(chart.Wide));
            if (!Printed)
            {
                section.InnerHtml.AppendHtml(new SvgContent(chart.Narrow));
            }
        }

        if (point.Latest is { } table)
        {
            section.InnerHtml.AppendHtml(Table(id, table, one.NotOnPaper));
        }

        if (one.NotOnPaper.Count > 0)
        {
            section.InnerHtml.AppendHtml(Words(
                "p", "govuk-body-s candour-only-paper", PackWords.OnPaper(one.Chart!.Table.Rows.Count - one.NotOnPaper.Count, one.Chart.Table.Rows.Count)));
        }

        if (point.Whole.Length > 0)
        {
            section.InnerHtml.AppendHtml(Words("p", "govuk-body-s", point.Whole));
        }

        if (one.Cites.Count > 0)
        {
            section.InnerHtml.AppendHtml(Element(
                "ul", "govuk-list govuk-body-s", [.. one.Cites.Select(reading => Element("li", "", Plain("Cites "), Cited(reading)))]));
        }

        if (one.Commentary.Count > 0)
        {
            section.InnerHtml.AppendHtml(Commentary(one.Commentary));
        }

        return section;
    }

    private TagBuilder Commentary(IReadOnlyList<PackSentence> sentences) => Element(
        "ul", "govuk-list govuk-list--bullet candour-text",
        [.. sentences.Select(one => Words("li", "", PackWords.Of(one) + (NameOf is { } name ? $" ({name(one.Who)})" : "")))]);

    private TagBuilder Cited(Reading reading)
    {
        var words = Words("span", "candour-code", reading.Reference.ToString());
        if (FigurePage is null)
        {
            return words;
        }

        var link = Words("a", "govuk-link candour-code", reading.Reference.ToString());
        link.Attributes["href"] = FigurePage(reading);
        return link;
    }

    private TagBuilder Table(string id, ChartTable table, IReadOnlyList<int> notOnPaper) => Table(
        $"{id}-table", table.Caption, [.. table.Columns.Select(column => column.Heading)], [.. table.Columns.Select(column => column.Numeric)],
        table.Rows.Where((_, at) => !Printed || !notOnPaper.Contains(at)).Select(row => (IReadOnlyList<IHtmlContent>)[.. row.Select(Plain)]),
        Printed ? [] : notOnPaper);

    private static TagBuilder Table(
        string id, string caption, IReadOnlyList<string> headings, IReadOnlyList<bool> numeric, IEnumerable<IReadOnlyList<IHtmlContent>> rows,
        params IReadOnlyList<int> notOnPaper)
    {
        var head = Element("tr", "govuk-table__row");
        foreach (var (heading, i) in headings.Select((heading, i) => (heading, i)))
        {
            var cell = Words("th", IsNumber(i) ? "govuk-table__header govuk-table__header--numeric" : "govuk-table__header", heading);
            cell.Attributes["scope"] = "col";
            head.InnerHtml.AppendHtml(cell);
        }

        var body = Element("tbody", "govuk-table__body");
        foreach (var (row, at) in rows.Select((row, at) => (row, at)))
        {
            var first = Element("th", "govuk-table__header", row[0]);
            first.Attributes["scope"] = "row";
            var line = Element("tr", notOnPaper.Contains(at) ? "govuk-table__row candour-not-on-paper" : "govuk-table__row", first);
            for (var i = 1; i < row.Count; i++)
            {
                line.InnerHtml.AppendHtml(Element("td", IsNumber(i) ? "govuk-table__cell govuk-table__cell--numeric" : "govuk-table__cell", row[i]));
            }

            body.InnerHtml.AppendHtml(line);
        }

        var title = Words("caption", "govuk-table__caption govuk-table__caption--s", caption);
        title.Attributes["id"] = $"{id}-caption";
        var around = Element(
            "div", "candour-scroll",
            Element("table", "govuk-table govuk-table--small-text-until-tablet", title, Element("thead", "govuk-table__head", head), body));
        around.Attributes["role"] = "region";
        around.Attributes["aria-labelledby"] = $"{id}-caption";
        around.Attributes["tabindex"] = "0";
        return around;

        bool IsNumber(int i) => i < numeric.Count && numeric[i];
    }

    private static TagBuilder Words(string name, string classes, string text) => Element(name, classes, Plain(text));

    private static IHtmlContent Plain(string text) => new HtmlContentBuilder().Append(text);

    private static TagBuilder Element(string name, string classes, params IReadOnlyList<IHtmlContent> inner)
    {
        var made = new TagBuilder(name);
        if (classes.Length > 0)
        {
            made.AddCssClass(classes);
        }

        foreach (var content in inner)
        {
            made.InnerHtml.AppendHtml(content);
        }

        return made;
    }
}
