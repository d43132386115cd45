using System.Globalization;
using System.Text;

namespace Candour.Tests.Documents;

/// <summary><c>docs/measures.md</c> lists the measures there are; when it does not, the failing test prints what it should say.</summary>
public sealed class MeasuresPageTests
{
    [Fact]
    public void Lists_every_measure_as_it_is_defined()
    {
        var page = File.ReadAllText(Repository.At("docs", "measures.md"));

        Assert.Equal(Expected(), page[page.IndexOf("## ", StringComparison.Ordinal)..]);
    }

    private static string Expected()
    {
        var text = new StringBuilder();
        foreach (var framework in Repository.Catalogue.Measures.Values.GroupBy(m => m.Framework).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"## {framework.Key}\n\n| Measure | Type | Basis | Title |\n|---|---|---|---|\n");
            foreach (var measure in framework.OrderBy(m => m.Id, StringComparer.Ordinal))
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{measure.Id}` | {measure.Type.ToString().ToLowerInvariant()} | {measure.Basis} | {measure.Title} |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }
}
