using System.Buffers;
using System.Text;
using System.Xml;

namespace Candour.Readings.Charts;

/// <summary>
/// Writes one drawing. Every text passes through <see cref="Escaped"/>, which lets no mark of the markup through; a number
/// that is not finite is a fault of the caller and never reaches the drawing. It writes the markup itself because a page
/// holds thousands of elements: XmlWriter takes three times as long.
/// </summary>
internal sealed class SvgWriter
{
    /// <summary>Characters that stand for themselves in any text and attribute.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(letter => letter is not ('&' or '<' or '>' or '"'))]);

    private readonly StringBuilder markup = new(8192);

    /// <summary>Begins a drawing of one chart: its name and its description are what a screen reader says.</summary>
    public SvgWriter(string id, string classes, double width, double height, string title, string description)
    {
        markup.Append("<svg");
        Attribute("id", id);
        Attribute("class", classes);
        markup.Append(" viewBox=\"0 0 ");
        Append(width);
        markup.Append(' ');
        Append(height);
        markup.Append('"');
        Attribute("width", width);
        Attribute("height", height);
        Attribute("role", "img");
        Attribute("aria-labelledby", id + "-title");
        Attribute("aria-describedby", id + "-desc");
        markup.Append(" xmlns=\"http://www.w3.org/2000/svg\">");
        Named("title", id + "-title", title);
        Named("desc", id + "-desc", description);
    }

    public void Line(string classes, double x1, double y1, double x2, double y2)
    {
        Start("line", classes);
        Attribute("x1", x1);
        Attribute("y1", y1);
        Attribute("x2", x2);
        Attribute("y2", y2);
        End();
    }

    public void Rectangle(string classes, double x, double y, double width, double height)
    {
        Start("rect", classes);
        Attribute("x", x);
        Attribute("y", y);
        Attribute("width", width);
        Attribute("height", height);
        End();
    }

    public void Circle(string classes, double x, double y, double radius)
    {
        Start("circle", classes);
        Attribute("cx", x);
        Attribute("cy", y);
        Attribute("r", radius);
        End();
    }

    /// <summary>A line through the points, in order; closed when it encloses an area.</summary>
    public void Path(string classes, IEnumerable<(double X, double Y)> points, bool closed = false)
    {
        Start("path", classes);
        markup.Append(" d=\"");
        var step = 'M';
        foreach (var (x, y) in points)
        {
            Step(step, x, y);
            step = 'L';
        }

        markup.Append(closed ? "Z\"" : "\"");
        End();
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
        markup.Append(" d=\"");
        Step('M', x - arm, y - arm);
        Step('L', x + arm, y + arm);
        Step('M', x - arm, y + arm);
        Step('L', x + arm, y - arm);
        markup.Append('"');
        End();
    }

    public void Text(string classes, double x, double y, Anchor anchor, double size, string text)
    {
        Start("text", classes);
        Attribute("x", x);
        Attribute("y", y);
        Attribute("font-size", size);
        if (anchor != Anchor.Start)
        {
            Attribute("text-anchor", anchor == Anchor.Middle ? "middle" : "end");
        }

        markup.Append('>');
        Escaped(text);
        markup.Append("</text>");
    }

    public SvgDocument Finish() => new(markup.Append("</svg>").ToString());

    private void Step(char how, double x, double y)
    {
        markup.Append(how);
        Append(x);
        markup.Append(' ');
        Append(y);
    }

    /// <summary>To a tenth of a pixel. Written digit by digit: a chart has thousands of them.</summary>
    private void Append(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), "A drawing has only finite numbers.");
        }

        var tenths = (long)Math.Round(value * 10);
        if (tenths < 0)
        {
            markup.Append('-');
            tenths = -tenths;
        }

        markup.Append(tenths / 10);
        if (tenths % 10 != 0)
        {
            markup.Append('.').Append((char)('0' + (tenths % 10)));
        }
    }

    /// <summary>
    /// The text without anything that could be taken for markup. Names come from people's files; a character that XML cannot
    /// hold becomes the replacement character.
    /// </summary>
    private void Escaped(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            markup.Append(text);
            return;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => markup.Append("&amp;"),
                '<' => markup.Append("&lt;"),
                '>' => markup.Append("&gt;"),
                '"' => markup.Append("&quot;"),
                _ when rune.Utf16SequenceLength == 2 || XmlConvert.IsXmlChar((char)rune.Value) => markup.Append(rune.ToString()),
                _ => markup.Append('\uFFFD'),
            };
        }
    }

    private void Named(string element, string id, string text)
    {
        markup.Append('<').Append(element);
        Attribute("id", id);
        markup.Append('>');
        Escaped(text);
        markup.Append("</").Append(element).Append('>');
    }

    private void Start(string element, string classes)
    {
        markup.Append('<').Append(element);
        Attribute("class", classes);
    }

    private void End() => markup.Append(" />");

    private void Attribute(string name, string value)
    {
        markup.Append(' ').Append(name).Append("=\"");
        Escaped(value);
        markup.Append('"');
    }

    private void Attribute(string name, double value)
    {
        markup.Append(' ').Append(name).Append("=\"");
        Append(value);
        markup.Append('"');
    }
}
