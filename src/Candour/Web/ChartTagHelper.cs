using Candour.Readings.Charts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web;

/// <summary>
/// <c>&lt;chart drawn="…" level="2" /&gt;</c>: headline, subtitle, both drawings, sentence and table. The markup is in
/// <c>Pages/Shared/_Chart.cshtml</c>.
/// </summary>
[HtmlTargetElement("chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChartTagHelper(IHtmlHelper html) : TagHelper
{
    public required Chart Drawn { get; set; }

    /// <summary>Level of the headline: 2 or 3.</summary>
    public int Level { get; set; } = 2;

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = default!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.TagName = null;
        output.Content.SetHtmlContent(await html.PartialAsync("_Chart", new ChartBlock(Drawn, Level)));
    }
}

/// <summary>A chart and the level its headline takes in the page.</summary>
public sealed record ChartBlock(Chart Chart, int Level);
