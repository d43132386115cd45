using System.Text.Encodings.Web;
using Candour.Readings.Charts;
using Microsoft.AspNetCore.Html;

namespace Candour.Web;

/// <summary>
/// A drawing inside a page. It takes an <see cref="SvgDocument"/> and nothing else: only the SVG writer makes those,
/// and it escapes everything.
/// </summary>
public sealed class SvgContent(SvgDocument svg) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(svg.Markup);
    }
}
