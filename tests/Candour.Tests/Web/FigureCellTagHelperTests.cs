using System.Text.Encodings.Web;
using Candour.Kernel;
using Candour.Readings;
using Candour.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Tests.Web;

public sealed class FigureCellTagHelperTests
{
    [Fact]
    public void A_number_comes_with_its_interval_and_base() => Assert.Equal(
        "<span class=\"candour-figure\"><span class=\"candour-figure__value\">35.3%</span> "
        + "<span class=\"candour-figure__interval\">(34.9% to 35.7%)</span>, "
        + "<span class=\"candour-figure__base\">21,174 of 60,000</span></span>",
        Written(new FigureCellTagHelper
        {
            Figure = new Figure.Known(0.3529, 0.3491, 0.3567),
            Kind = FigureKind.Share,
            Numerator = 21174,
            Denominator = 60000,
        }));

    [Fact]
    public void A_state_comes_with_its_symbol_and_its_reason() => Assert.Equal(
        "<span class=\"candour-figure\"><span class=\"candour-figure__symbol\">[not recorded]</span> "
        + "<span class=\"candour-figure__reason\">No file was submitted.</span></span>",
        Written(new FigureCellTagHelper
        {
            Figure = new Figure.NotRecorded("No file was submitted."),
            Kind = FigureKind.Share,
        }));

    [Fact]
    public void A_reason_is_escaped() => Assert.DoesNotContain(
        "<script",
        Written(new FigureCellTagHelper { Figure = new Figure.NotApplicable("<script>") }),
        StringComparison.Ordinal);

    private static string Written(FigureCellTagHelper helper)
    {
        var output = new TagHelperOutput(
            "figure-cell", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "id"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
