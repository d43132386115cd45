using System.Globalization;
using System.Xml.Linq;
using Candour.Readings.Charts;

namespace Candour.Tests.Readings.Charts;

/// <summary>A drawing read back as XML, so that tests speak of marks and words and not of characters.</summary>
internal sealed class Drawing(SvgDocument svg)
{
    private readonly XElement root = XDocument.Parse(svg.Markup).Root!;

    public IReadOnlyList<XElement> WithClass(string name) =>
        [.. root.Descendants().Where(e => ((string?)e.Attribute("class") ?? "").Split(' ').Contains(name))];

    /// <summary>All words except those that only label the scale, the key and the periods.</summary>
    public IReadOnlyList<string> Labels =>
        [.. WithClass("candour-chart__text").Except(WithClass("candour-chart__text--tick")).Select(e => e.Value)];

    public IReadOnlyList<string> Ticks => [.. WithClass("candour-chart__text--tick").Select(e => e.Value)];

    public IReadOnlyList<string> Ids => [.. root.DescendantsAndSelf().Attributes("id").Select(id => id.Value)];

    public string Name => root.Elements().Single(e => e.Name.LocalName == "title").Value;

    public IEnumerable<double> FontSizes =>
        root.Descendants().Attributes("font-size").Select(a => double.Parse(a.Value, CultureInfo.InvariantCulture));

    /// <summary>How far any word or mark lies outside the drawing, by its own coordinates.</summary>
    public bool StaysInside()
    {
        var box = root.Attribute("viewBox")!.Value.Split(' ')
            .Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return Inside("x", box[2]) && Inside("x1", box[2]) && Inside("x2", box[2]) && Inside("cx", box[2])
            && Inside("y", box[3]) && Inside("y1", box[3]) && Inside("y2", box[3]) && Inside("cy", box[3]);

        bool Inside(string attribute, double most) => root.Descendants().Attributes(attribute)
            .All(a => double.Parse(a.Value, CultureInfo.InvariantCulture) is var at && at >= 0 && at <= most);
    }
}
