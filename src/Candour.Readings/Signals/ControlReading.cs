using Candour.Statistics;

namespace Candour.Readings.Signals;

/// <summary>
/// A series judged by a control chart: what it does (variation) and whether it will meet its target (assurance), as two
/// answers. What is immature, set aside or missing counts neither for limits nor for rules; a change of the definition
/// starts both afresh.
/// </summary>
/// <param name="Points">As they were given.</param>
/// <param name="Kind">How the values are written.</param>
/// <param name="Method">Which chart.</param>
/// <param name="Chart">Points, limits and rules.</param>
/// <param name="Improvement">Which way is better; neutral for a measure that is context only.</param>
/// <param name="Variation">The class of the latest point that counts.</param>
/// <param name="Assurance">Whether the target will be met.</param>
/// <param name="Sentence">All of it in words.</param>
public sealed record ControlReading(
    IReadOnlyList<ControlPoint> Points,
    FigureKind Kind,
    ControlMethod Method,
    ProcessChart Chart,
    ImprovementDirection Improvement,
    Variation Variation,
    Assurance Assurance,
    string Sentence)
{
    /// <summary>Judges a series.</summary>
    /// <param name="points">At least one, in time order, gaps included.</param>
    /// <param name="kind">What the values are.</param>
    /// <param name="counts">What the limits may follow.</param>
    /// <param name="improvement">Which way is better.</param>
    /// <param name="target">The agreed target; absent when there is none.</param>
    public static ControlReading Of(
        IReadOnlyList<ControlPoint> points,
        FigureKind kind,
        CountsOf counts,
        ImprovementDirection improvement,
        double? target = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfZero(points.Count);
        var (method, chart) = ControlChoice.Of(points, counts);
        var variation = chart.Variation(improvement);
        var assurance = chart.Assurance(target, improvement);
        return new ControlReading(
            points, kind, method, chart, improvement, variation, assurance,
            ControlSentence.Of(new ControlSaid(points, kind, chart, improvement, variation, assurance, target)));
    }
}

/// <summary>What the counts behind a series are; they decide its chart.</summary>
public abstract record CountsOf
{
    private CountsOf()
    {
    }

    /// <summary>Each value is a number by itself.</summary>
    public sealed record Nothing : CountsOf;

    /// <summary>Each value is so many of so many.</summary>
    public sealed record Shares : CountsOf;

    /// <summary>Each value is so many events over a population or time.</summary>
    /// <param name="Each">For how many of the units below the line.</param>
    public sealed record Events(double Each) : CountsOf;
}
