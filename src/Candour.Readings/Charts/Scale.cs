namespace Candour.Readings.Charts;

/// <summary>
/// A scale from values to pixels with nice ticks (1, 2 or 5 times a power of ten). It always holds zero: a share that
/// does not start at 0 exaggerates, and a count that does misleads the same way.
/// </summary>
internal sealed class Scale
{
    private readonly double from;
    private readonly double to;

    private readonly double step;
    private readonly FigureKind kind;

    private Scale(double first, double last, double step, FigureKind kind, double from, double to)
    {
        (First, Last, this.step, this.kind, this.from, this.to) = (first, last, step, kind, from, to);
        var steps = (int)Math.Round((last - first) / step);
        Ticks = [.. Enumerable.Range(0, steps + 1).Select(i => first + (i * step))];
    }

    public double First { get; }

    public double Last { get; }

    public IReadOnlyList<double> Ticks { get; }

    /// <summary>A scale for these values between two pixels, with about <paramref name="ticks"/> steps.</summary>
    public static Scale For(IEnumerable<double> values, FigureKind kind, double from, double to, int ticks)
    {
        var finite = values.Where(double.IsFinite).Append(0).ToArray();
        var (lowest, highest) = (finite.Min(), finite.Max());
        if (lowest == highest)
        {
            highest = kind == FigureKind.Share ? 0.1 : 1;
        }

        var step = NiceStep((highest - lowest) / ticks);
        if (kind == FigureKind.Count)
        {
            step = Math.Max(step, 1);
        }

        var first = Math.Floor(Near(lowest / step)) * step;
        var last = Math.Ceiling(Near(highest / step)) * step;
        if (kind == FigureKind.Share && highest <= 1)
        {
            last = Math.Min(last, Math.Max(1, step));
        }

        return new Scale(first, last, step, kind, from, to);
    }

    /// <summary>Where a value lies; what lies beyond the scale lies at its end.</summary>
    public double At(double value) =>
        from + ((Math.Clamp(value, First, Last) - First) / (Last - First) * (to - from));

    /// <summary>The smallest of 1, 2, 5 times a power of ten that is not below <paramref name="rough"/>.</summary>
    public static double NiceStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var times = Near(rough / power) switch
        {
            <= 1 => 1,
            <= 2 => 2,
            <= 5 => 5,
            _ => 10,
        };
        return times * power;
    }

    /// <summary>With as many decimals as the step needs to keep the ticks apart, and no more: 20%, 0.5%, 1,500.</summary>
    public string TickText(double tick)
    {
        var times = kind == FigureKind.Share ? 100 : 1;
        var decimals = kind == FigureKind.Count ? 0 : Math.Max(0, (int)-Math.Floor(Near(Math.Log10(step * times))));
        return NumberText.Tick(tick * times, decimals) + (kind == FigureKind.Share ? "%" : "");
    }

    /// <summary>3.0000000000000004 means 3.</summary>
    private static double Near(double value) =>
        Math.Abs(value - Math.Round(value)) < 1e-9 * Math.Max(1, Math.Abs(value)) ? Math.Round(value) : value;
}
