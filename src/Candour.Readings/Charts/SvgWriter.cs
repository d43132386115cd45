using System.Text;
using System.Xml;

namespace Candour.Readings.Charts;

/// <summary>
/// Writes one drawing. Everything passes through <see cref="XmlWriter"/>, which escapes it; a number that is not finite
/// is a fault of the caller and never reaches the drawing.
/// </summary>
internal sealed class SvgWriter : IDisposable
{
    private readonly StringBuilder markup = new();
    private readonly XmlWriter xml;

    /// <summary>Begins a drawing of one chart: its name and its description are what a screen reader says.</summary>
    public SvgWriter(string id, string classes, double width, double height, string title, string description)
    {
        xml = XmlWriter.Create(markup, new XmlWriterSettings { OmitXmlDeclaration = true });
        xml.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        Attribute("id", id);
        Attribute("class", classes);
        Attribute("viewBox", $"0 0 {Number(width)} {Number(height)}");
        Attribute("width", Number(width));
        Attribute("height", Number(height));
        Attribute("role", "img");
        Attribute("aria-labelledby", id + "-title");
        Attribute("aria-describedby", id + "-desc");
        Named("title", id + "-title", title);
        Named("desc", id + "-desc", description);
    }

    public void Line(string classes, double x1, double y1, double x2, double y2)
    {
        Start("line", classes);
        Attribute("x1", Number(x1));
        Attribute("y1", Number(y1));
        Attribute("x2", Number(x2));
        Attribute("y2", Number(y2));
        xml.WriteEndElement();
    }

    public void Rectangle(string classes, double x, double y, double width, double height)
    {
        Start("rect", classes);
        Attribute("x", Number(x));
        Attribute("y", Number(y));
        Attribute("width", Number(width));
        Attribute("height", Number(height));
        xml.WriteEndElement();
    }

    public void Circle(string classes, double x, double y, double radius)
    {
        Start("circle", classes);
        Attribute("cx", Number(x));
        Attribute("cy", Number(y));
        Attribute("r", Number(radius));
        xml.WriteEndElement();
    }

    /// <summary>A line through the points, in order; closed when it encloses an area.</summary>
    public void Path(string classes, IEnumerable<(double X, double Y)> points, bool closed = false)
    {
        Start("path", classes);
        var path = new StringBuilder();
        foreach (var (x, y) in points)
        {
            Append(Append(path.Append(path.Length == 0 ? 'M' : 'L'), x).Append(' '), y);
        }

        Attribute("d", (closed ? path.Append('Z') : path).ToString());
        xml.WriteEndElement();
    }

    /// <summary>A square on its corner, told from a circle by its shape.</summary>
    public void Diamond(string classes, double x, double y, double reach) =>
        Path(classes, [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], closed: true);

    /// <summary>A triangle that points up or down.</summary>
    public void Triangle(string classes, double x, double y, double reach, bool up)
    {
        var tip = up ? -reach : reach;
        Path(classes, [(x, y + tip), (x + reach, y - (tip * 0.8)), (x - reach, y - (tip * 0.8))], closed: true);
    }

    /// <summary>The symbol for "no number here".</summary>
    public void Cross(double x, double y, double arm = 4)
    {
        Start("path", ChartClass.Cross);
        Attribute(
            "d",
            $"M{Number(x - arm)} {Number(y - arm)}L{Number(x + arm)} {Number(y + arm)}"
            + $"M{Number(x - arm)} {Number(y + arm)}L{Number(x + arm)} {Number(y - arm)}");
        xml.WriteEndElement();
    }

    public void Text(string classes, double x, double y, Anchor anchor, double size, string text)
    {
        Start("text", classes);
        Attribute("x", Number(x));
        Attribute("y", Number(y));
        Attribute("font-size", Number(size));
        if (anchor != Anchor.Start)
        {
            Attribute("text-anchor", anchor == Anchor.Middle ? "middle" : "end");
        }

        xml.WriteString(Clean(text));
        xml.WriteEndElement();
    }

    public SvgDocument Finish()
    {
        xml.WriteEndElement();
        xml.Flush();
        return new SvgDocument(markup.ToString());
    }

    public void Dispose() => xml.Dispose();

    private static string Number(double value) => Append(new StringBuilder(8), value).ToString();

    /// <summary>To a tenth of a pixel. Written digit by digit: a chart has thousands of them.</summary>
    private static StringBuilder Append(StringBuilder text, double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), "A drawing has only finite numbers.");
        }

        var tenths = (long)Math.Round(value * 10);
        if (tenths < 0)
        {
            text.Append('-');
            tenths = -tenths;
        }

        text.Append(tenths / 10);
        return tenths % 10 == 0 ? text : text.Append('.').Append((char)('0' + (tenths % 10)));
    }

    /// <summary>Names come from people's files; a character that XML cannot hold becomes the replacement character.</summary>
    private static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Utf16SequenceLength == 2 || XmlConvert.IsXmlChar((char)rune.Value)
                ? rune.ToString()
                : "\uFFFD");
        }

        return clean.ToString();
    }

    private void Named(string element, string id, string text)
    {
        xml.WriteStartElement(element);
        Attribute("id", id);
        xml.WriteString(Clean(text));
        xml.WriteEndElement();
    }

    private void Start(string element, string classes)
    {
        xml.WriteStartElement(element);
        Attribute("class", classes);
    }

    private void Attribute(string name, string value) => xml.WriteAttributeString(name, Clean(value));
}
