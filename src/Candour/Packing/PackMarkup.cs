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
    /// <summary>Where a figure has a page; nowhere in a file.</summary>
    public Func<Reading, string>? FigurePage { get; init; }

    /// <summary>Who wrote a sentence; not said in a file.</summary>
    public Func<string, string>? NameOf { get; init; }

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
        all.AppendHtml(Heading("five-things", "Five things to say"));
        all.AppendHtml(Element("ol", "govuk-list govuk-list--number", [.. pack.FiveThings.Select(text => Words("li", "", text))]));
        foreach (var (kind, heading, none) in PackWords.Kinds)
        {
            all.AppendHtml(Heading(Anchor(kind), heading));
            var own = pack.Exceptions.Where(one => one.Kind == kind).ToList();
            if (kind == ExceptionKind.Disparity)
            {
                all.AppendHtml(Words("p", "govuk-body", pack.Groups));
            }
            else if (own.Count == 0)
            {
                all.AppendHtml(Words("p", "govuk-body", none));
            }

            foreach (var one in own)
            {
                all.AppendHtml(Exception(one));
            }
        }

        if (pack.Unplaced.Count > 0)
        {
            all.AppendHtml(Heading("unplaced", "Commentary on what no longer stands out"));
            all.AppendHtml(Commentary(pack.Unplaced));
        }

        all.AppendHtml(Heading("every-measure", "Every measure"));
        all.AppendHtml(Measures());
        all.AppendHtml(Heading("every-check", "Every check of the data"));
        all.AppendHtml(Table(
            "checks", "What each check found among the rows of the area and period", ["Check", "Found", "Code"], [],
            pack.Checks.Select(one => (IReadOnlyList<IHtmlContent>)[Plain(one.Check.Title), Plain(one.InWords), Plain(one.Check.Id)])));
        all.AppendHtml(Heading("definitions", "Definitions"));
        foreach (var definition in pack.Definitions)
        {
            all.AppendHtml(Words("h3", "govuk-heading-s", definition.Measure.Title));
            all.AppendHtml(Element(
                "ul", "govuk-list", [.. definition.Lines.Skip(1).Where(line => line.Length > 0).Select(line => Words("li", "", line.Trim()))]));
        }

        all.AppendHtml(Heading("how-to-read", "How to read it"));
        all.AppendHtml(Words("p", "govuk-body candour-text", PackWords.HowToRead));
        return all;
    }

    /// <summary>The sections, for a list of contents.</summary>
    public static IReadOnlyList<(string Anchor, string Heading)> Contents { get; } =
    [
        ("five-things", "Five things to say"), .. PackWords.Kinds.Select(one => (Anchor(one.Kind), one.Heading)),
        ("every-measure", "Every measure"), ("every-check", "Every check of the data"), ("definitions", "Definitions"), ("how-to-read", "How to read it"),
    ];

    public static IHtmlContent List()
    {
        var items = Contents.Select(one =>
        {
            var link = Words("a", "govuk-link", one.Heading);
            link.Attributes["href"] = "#" + one.Anchor;
            return (IHtmlContent)Element("li", "", link);
        });
        var nav = Element("nav", "", Element("ul", "govuk-list", [.. items]));
        nav.Attributes["aria-label"] = "Contents";
        return nav;
    }

    private static string Anchor(ExceptionKind kind) => kind switch
    {
        ExceptionKind.Signal => "signals",
        ExceptionKind.Disparity => "groups",
        _ => "failed-checks",
    };

    private TagBuilder Exception(PackPoint one)
    {
        var id = one.Id.Replace(':', '-');
        var heading = Words("h3", "govuk-heading-s", one.Title);
        heading.Attributes["id"] = $"{id}-title";
        var section = Element("section", "candour-chart", heading, Words("p", "candour-chart__sentence", one.Sentence));
        section.Attributes["aria-labelledby"] = $"{id}-title";
        if (one.Chart is { } chart)
        {
            section.InnerHtml.AppendHtml(Words("p", "candour-chart__subtitle", chart.Subtitle));
            section.InnerHtml.AppendHtml(new SvgContent(chart.Wide)).AppendHtml(new SvgContent(chart.Narrow));
            section.InnerHtml.AppendHtml(Table(id, chart.Table));
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

    private TagBuilder Measures() => Table(
        "measures", $"{pack.Title}: every measure, in the order of their titles", ["Measure", "In the period", "Over time", "Definition and reference"], [],
        pack.Measures.Select(one => (IReadOnlyList<IHtmlContent>)
        [
            Plain(one.Measure.Title), Plain(PackWords.Of(one.Reading)), Plain(PackWords.Judged(one)), Cited(one.Reading),
        ]));

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

    private static TagBuilder Table(string id, ChartTable table) => Table(
        $"{id}-table", table.Caption, [.. table.Columns.Select(column => column.Heading)], [.. table.Columns.Select(column => column.Numeric)],
        table.Rows.Select(row => (IReadOnlyList<IHtmlContent>)[.. row.Select(Plain)]));

    private static TagBuilder Table(
        string id, string caption, IReadOnlyList<string> headings, IReadOnlyList<bool> numeric, IEnumerable<IReadOnlyList<IHtmlContent>> rows)
    {
        var head = Element("tr", "govuk-table__row");
        foreach (var (heading, i) in headings.Select((heading, i) => (heading, i)))
        {
            var cell = Words("th", IsNumber(i) ? "govuk-table__header govuk-table__header--numeric" : "govuk-table__header", heading);
            cell.Attributes["scope"] = "col";
            head.InnerHtml.AppendHtml(cell);
        }

        var body = Element("tbody", "govuk-table__body");
        foreach (var row in rows)
        {
            var first = Element("th", "govuk-table__header", row[0]);
            first.Attributes["scope"] = "row";
            var line = Element("tr", "govuk-table__row", first);
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

    private static TagBuilder Heading(string id, string text)
    {
        var heading = Words("h2", "govuk-heading-m", text);
        heading.Attributes["id"] = id;
        return heading;
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
