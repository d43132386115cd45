namespace Candour.Readings.Charts;

/// <summary>
/// A finished drawing. Only <see cref="SvgWriter"/> can make one, so its text is always escaped and it may go into a
/// page as it is.
/// </summary>
public sealed class SvgDocument
{
    internal SvgDocument(string markup) => Markup = markup;

    public string Markup { get; }

    public override string ToString() => Markup;
}
