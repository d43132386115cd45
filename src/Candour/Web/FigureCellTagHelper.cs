using Candour.Kernel;
using Candour.Readings;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web;

/// <summary>
/// <c>&lt;figure-cell&gt;</c>: the only way a page prints a figure. The number never comes without its interval and
/// its base; where there is no number, the state's symbol comes with its reason.
/// </summary>
[HtmlTargetElement("figure-cell", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FigureCellTagHelper : TagHelper
{
    public required Figure Figure { get; set; }

    public FigureKind Kind { get; set; }

    public decimal? Numerator { get; set; }

    public decimal? Denominator { get; set; }

    /// <summary>For the one figure a page is about.</summary>
    public bool Large { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var text = FigureText.Of(Figure, Kind, Numerator, Denominator);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "candour-figure" + (Large ? " candour-figure--large" : ""));
        Part(output, Figure is Figure.Known ? "value" : "symbol", "", text.Value);
        Part(output, "interval", " ", text.Interval.Length > 0 ? $"({text.Interval})" : "");
        // A large value stands on a line of its own, so what follows it needs no comma.
        Part(output, "base", Large && text.Interval.Length == 0 ? " " : ", ", text.Base);
        Part(output, "reason", " ", text.Reason);
    }

    private static void Part(TagHelperOutput output, string part, string before, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var span = new TagBuilder("span");
        span.AddCssClass("candour-figure__" + part);
        span.InnerHtml.Append(text);
        output.Content.Append(before).AppendHtml(span);
    }
}
