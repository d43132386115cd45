using Candour.Kernel;
using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Readings.Signals;

/// <summary>Everything the sentence is made from.</summary>
internal sealed record ControlSaid(
    IReadOnlyList<ControlPoint> Points,
    FigureKind Kind,
    ProcessChart Chart,
    ImprovementDirection Improvement,
    Variation Variation,
    Assurance Assurance,
    double? Target);

/// <summary>
/// What a control chart says, in words: the latest number, what the series does, which rule fired, whether the target will
/// be met, from how many points, and what it does not say. "Not enough data" is a whole answer.
/// </summary>
internal static class ControlSentence
{
    public static string Of(ControlSaid said)
    {
        var known = Enumerable.Range(0, said.Points.Count).Where(i => said.Points[i].Figure is Figure.Known).ToArray();
        if (known.Length == 0)
        {
            return $"None of the {said.Points.Count} periods has a number.";
        }

        var counted = Enumerable.Range(0, said.Points.Count).Where(i => said.Chart.Points[i].Counts).ToArray();
        return string.Join(' ', new[]
        {
            Latest(said, known[^1]),
            counted.Length == 0 ? "Every period is still settling or set aside, so none can be judged." : Judged(said, counted[^1], known[^1]),
            AssuranceWords(said),
            Beside(said, counted),
        }.Where(text => text.Length > 0));
    }

    private static string Latest(ControlSaid said, int latest)
    {
        var point = said.Points[latest];
        return $"Latest: {NumberText.Of(((Figure.Known)point.Figure).Value, said.Kind)} in {point.LongLabel}"
            + (point.IsImmature ? ", whose follow-up is still short, so the number is expected to change." : ".");
    }

    private static string Judged(ControlSaid said, int index, int latest)
    {
        var point = said.Chart.Points[index];
        var phase = said.Chart.Phases[^1];
        if (point.Limits is not { } limits)
        {
            return $"Not enough data to tell chance from change: {Periods(phase.Points)} can be judged, and limits need "
                + $"{ProcessChart.FewestForLimits}.";
        }

        var when = index == latest ? "The latest point" : $"The latest point that can be judged ({said.Points[index].LongLabel})";
        return (said.Variation == Variation.CommonCause
                ? $"No signal: {Lower(when)} lies where chance alone would put it, between {Limits(said, limits)}."
                : $"Signal: {Lower(when)} is {CauseText.Of(point.Cause)}, here the {Side(said)} side "
                    + $"(middle {NumberText.Of(limits.Centre, said.Kind)}, limits {Limits(said, limits)}).{Direction(said)}")
            + (phase.State == LimitState.Trial
                ? $" The limits are trial limits: they come from {Periods(phase.Points)}, and {ProcessChart.FewestForFullLimits} make them full"
                    + (phase.Points < ProcessChart.FewestForRuns ? "; runs are not looked for yet." : ".")
                : "");
    }

    /// <summary>A measure that is context only is never called better or worse.</summary>
    private static string Direction(ControlSaid said) => said.Variation switch
    {
        Variation.Improvement => " By the measure's own direction that is better. It does not say why.",
        Variation.Concern => " By the measure's own direction that is worse. It does not say why.",
        _ => " Neither way is called better or worse here, and it does not say why.",
    };

    private static string Side(ControlSaid said)
    {
        var high = said.Variation == Variation.High
            || (said.Variation == Variation.Improvement && said.Improvement == ImprovementDirection.Increase)
            || (said.Variation == Variation.Concern && said.Improvement == ImprovementDirection.Decrease);
        return high ? "high" : "low";
    }

    private static string AssuranceWords(ControlSaid said)
    {
        if (said.Target is not { } target || said.Assurance is Assurance.NoTarget or Assurance.NotJudged)
        {
            return "";
        }

        var text = NumberText.Of(target, said.Kind);
        return said.Assurance switch
        {
            Assurance.Passes => $"Left as it is, it will meet its target of {text} every time.",
            Assurance.Fails => $"Left as it is, it will miss its target of {text} every time.",
            _ => $"Left as it is, chance decides whether it meets its target of {text}.",
        };
    }

    private static string Beside(ControlSaid said, int[] counted)
    {
        var earlier = counted.SkipLast(1).Where(i => said.Chart.Points[i].Cause != SpecialCause.None).ToArray();
        var immature = said.Points.Count(point => point.IsImmature && point.Figure is Figure.Known);
        var ghosted = said.Points.Count(point => point.GhostedBecause.Length > 0);
        var missing = said.Points.Count(point => point.Figure is not Figure.Known);
        var breaks = said.Points.Skip(1).Count(point => point.BreakBefore.Length > 0);
        return string.Join(' ', new[]
        {
            earlier.Length > 0 ? $"{Points(earlier.Length)} before it {(earlier.Length == 1 ? "stands" : "stand")} out, too ({When(said, earlier)})." : "",
            breaks > 0 ? $"The definition changed {(breaks == 1 ? "once" : $"{breaks} times")}; points before and after are not compared." : "",
            immature > 0 ? $"{Periods(immature)} {(immature == 1 ? "is" : "are")} still settling and outside the rules." : "",
            ghosted > 0 ? $"{Points(ghosted)} {(ghosted == 1 ? "is" : "are")} set aside, with the reason in the table." : "",
            missing > 0 ? $"{Periods(missing)} {(missing == 1 ? "has" : "have")} no number." : "",
            Known(said),
        }.Where(text => text.Length > 0));
    }

    /// <summary>The one, both, or the first and the last.</summary>
    private static string When(ControlSaid said, int[] points) => points.Length switch
    {
        1 => said.Points[points[0]].LongLabel,
        2 => $"{said.Points[points[0]].LongLabel} and {said.Points[points[1]].LongLabel}",
        _ => $"the first {said.Points[points[0]].LongLabel}, the last {said.Points[points[^1]].LongLabel}",
    };

    private static string Known(ControlSaid said)
    {
        var known = said.Points.Where(point => point.Known.Length > 0).Select(point => point.Known).ToArray();
        return known.Length == 0 ? "" : $"Known to have happened: {string.Join("; ", known)}. It may have moved the series; it does not say that it did.";
    }

    private static string Limits(ControlSaid said, ChartLimits limits) => $"{Limit(said, limits.Lower)} and {Limit(said, limits.Upper)}";

    private static string Limit(ControlSaid said, double limit) => NumberText.Of(
        LimitCut.Of(limit, said.Kind, said.Points.Any(point => point.Figure is Figure.Known { Value: < 0 })), said.Kind);

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Points(int count) => count == 1 ? "1 point" : $"{count} points";

    private static string Periods(int count) => count == 1 ? "1 period" : $"{count} periods";
}
