using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Disparities;

/// <summary>Two groups compared as a whole, and where like is compared with like.</summary>
/// <param name="One">The group compared.</param>
/// <param name="Other">The group compared with.</param>
/// <param name="Crude">The odds ratio of all cases together.</param>
/// <param name="Within">The odds ratio within the parts: one for all of them; or that the parts differ; or none.</param>
/// <param name="Parts">How many parts.</param>
public sealed record StratifiedReading(NamedShare One, NamedShare Other, Figure Crude, MantelHaenszel Within, int Parts)
{
    /// <summary>Compares two groups in parts.</summary>
    /// <param name="one">Name of the group compared.</param>
    /// <param name="other">Name of the group compared with.</param>
    /// <param name="parts">Of each part the counts of the two groups.</param>
    public static StratifiedReading Of(string one, string other, IReadOnlyList<StratumPair> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var first = Sum(parts.Select(part => part.One));
        var second = Sum(parts.Select(part => part.Other));
        return new StratifiedReading(
            new NamedShare(one, first), new NamedShare(other, second), EstimateFigure.Of(TwoShares.OddsRatio(first, second)),
            MantelHaenszel.Of([.. parts]), parts.Count);
    }

    /// <summary>Whether the direction within the parts is another than that of all together.</summary>
    public bool DirectionTurns => Crude is Figure.Known crude && Pooled is { } pooled && (crude.Value > 1) != (pooled.Value > 1);

    public string Sentence
    {
        get
        {
            if (Crude is not Figure.Known crude)
            {
                return $"The two groups cannot be compared on these counts: {Crude.Reason}";
            }

            var all = $"All cases together: {Share(One.Count)} of {One.Name}, {Share(Other.Count)} of {Other.Name} (odds ratio {Ratio(crude)}).";
            return Within.Match(
                common => $"{all} Within the {Parts} parts, like with like, the odds ratio is {Ratio(common.OddsRatio)}"
                    + (DirectionTurns
                        ? ": the direction turns. The crude difference comes from which parts the cases are in, not from how like cases end."
                        : ": the direction is the same."),
                different => $"{all} The {Parts} parts differ among themselves by more than chance, so no one number stands for all of them"
                    + (DirectionTurns ? "; taken together their direction is the other way round." : "; read each part by itself."),
                _ => $"{all} Within the parts there is nothing that could be compared.");
        }
    }

    private Estimate.Known? Pooled => Within.Match<Estimate.Known?>(
        common => common.OddsRatio, different => different.OddsRatio, _ => null);

    private static string Share(ShareCount count) => FigureText.Of(EstimateFigure.Share(count), FigureKind.Share).Value;

    private static string Ratio(Figure.Known ratio) =>
        $"{NumberText.Rate(ratio.Value)}, {NumberText.Interval(ratio.Lower, ratio.Upper, FigureKind.Rate)}";

    private static string Ratio(Estimate.Known ratio) => Ratio(new Figure.Known(ratio.Value, ratio.Interval.Lower, ratio.Interval.Upper));

    private static ShareCount Sum(IEnumerable<ShareCount> counts)
    {
        var all = counts.ToArray();
        return new ShareCount(all.Sum(count => count.Numerator), all.Sum(count => count.Denominator));
    }
}
