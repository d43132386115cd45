using Candour.Statistics;

namespace Candour.Tests.Statistics;

/// <summary>What a caller must have settled before is refused, argument by argument: a negative count that came through
/// would be a wrong number on a page.</summary>
public sealed class RefusedArgumentsTests
{
    private const double Bad = -1;

    private static readonly DayHistogram Durations = DayHistogram.Of([new(3, 2, 1)]);

    private static readonly Overdispersion.Known Dispersion = (Overdispersion.Known)Overdispersion.Of(
        [.. Enumerable.Range(1, 12).Select(i => new WeightedShare(i, 30))]);

    private static readonly Dictionary<string, Action> Calls = new()
    {
        ["answers, z"] = () => Answers.Of([new(1, 1)], 5, 1, Bad),
        ["complement, threshold"] = () => ComplementRule.OfOne(3, 9, 0),
        ["chart, base"] = () => CountChart.OfRates([new(0, -1)], laney: false),
        ["incidence, z"] = () => CumulativeIncidence.Of([new(3, 1, 2)], Bad),
        ["incidence, day of a case"] = () => CumulativeIncidence.Of([new(-3, 1, 2)]),
        ["incidence, cases"] = () => CumulativeIncidence.Of([new(3, 1, 2), new(4, 1, -1)]),
        ["incidence, day of a share"] = () => CumulativeIncidence.Of([new(3, 1, 2)]).ShareWith(1, -1),
        ["incidence, day of the open"] = () => CumulativeIncidence.Of([new(3, 1, 2)]).Open(-1),
        ["entry, z"] = () => DelayedEntry.Of([new(0, 3, 2, 0)], Bad),
        ["entry, events"] = () => DelayedEntry.Of([new(0, 3, -2, 5)]),
        ["entry, censored"] = () => DelayedEntry.Of([new(0, 3, 5, -2)]),
        ["normal tail"] = () => Distributions.NormalUpperTail(double.NaN),
        ["normal, two-sided"] = () => Distributions.NormalTwoSided(double.NaN),
        ["chi-square"] = () => Distributions.ChiSquareUpperTail(double.NaN, 1),
        ["student, t"] = () => Distributions.StudentTwoSided(double.NaN, 3),
        ["student, degrees"] = () => Distributions.StudentTwoSided(1, 0),
        ["binomial"] = () => Distributions.FairBinomialQuantile(0.5, -1),
        ["effective cases"] = () => EffectiveCases.OfGroups([(-1, 2.0), (3, 1.0)]),
        ["funnel, target"] = () => Funnel.ShareLimits(1.5, 10, 2),
        ["funnel, z"] = () => Funnel.ShareLimits(0.5, 10, 0),
        ["funnel, expected"] = () => Funnel.RatioLimits(0, 2),
        ["funnel of ratios, z"] = () => Funnel.RatioLimits(5, -2),
        ["place, target"] = () => Funnel.PlaceOfShare(1, 2, 1.5),
        ["place, target of none"] = () => Funnel.PlaceOfShare(0, 0, 1.5),
        ["place, denominator"] = () => Funnel.PlaceOfShare(0, -1, 0.5),
        ["place, observed of none"] = () => Funnel.PlaceOfRatio(-1, 0),
        ["place, expected"] = () => Funnel.PlaceOfRatio(1, -1),
        ["interrupted, z"] = () => InterruptedSeries.Of([1, 2, 3], [4, 5], Bad),
        ["survival, cases"] = () => KaplanMeier.Of(DayHistogram.Empty),
        ["survival, z of 0"] = () => KaplanMeier.Of(Durations, 0),
        ["survival, z"] = () => KaplanMeier.Of(Durations, double.PositiveInfinity),
        ["reviewers, z"] = () => ManyReviewers.Of([[2, 1]], 2, CodeOrder.Unordered, Bad),
        ["mean, z"] = () => Mean.Of([1, 2], Bad),
        ["missing, one"] = () => MissingGroup.Of(new(5, 3), new(1, 2), new(0, 0)),
        ["missing, one below"] = () => MissingGroup.Of(new(-5, 0), new(1, 2), new(0, 0)),
        ["missing, other"] = () => MissingGroup.Of(new(1, 3), new(3, 2), new(0, 0)),
        ["dispersion, cases"] = () => Dispersion.Limits(0, 2),
        ["dispersion, z"] = () => Dispersion.Limits(9, 0),
        ["dispersion, denominator"] = () => Overdispersion.Of([new(-2, -1)]),
        ["dispersion, numerator"] = () => Overdispersion.Of([new(-1, 5)]),
        ["panel, z"] = () => PanelCorrection.Of([5, 5], [new(0, 0, 1), new(1, 1, 1)], Bad),
        ["panel, count"] = () => PanelCorrection.Of([5, -5, 9], [new(0, 0, 1), new(2, 2, 1)]),
        ["panel, weight"] = () => PanelCorrection.Of([5, 5], [new(0, 0, 0), new(1, 1, 1)]),
        ["panel, recorded"] = () => PanelCorrection.Of([5, 5], [new(-1, 0, 1), new(1, 1, 1)]),
        ["panel, true"] = () => PanelCorrection.Of([5, 5], [new(0, -1, 1), new(1, 1, 1)]),
        ["events"] = () => PoissonCount.Interval(-1),
        ["events, z"] = () => PoissonCount.Interval(3, 0),
        ["assurance, target"] = () => ProcessChart.AssuranceOf(1, 2, double.NaN, ImprovementDirection.Increase),
        ["raking, people"] = () => Raking.Of([new([0], -5, 1), new([1], 5, 1)], [[1, 1]], WeightCaps.None),
        ["raking, base weight"] = () => Raking.Of([new([0], 5, 0), new([1], 5, 1)], [[1, 1]], WeightCaps.None),
        ["raking, category"] = () => Raking.Of([new([-1], 5, 1), new([1], 5, 1)], [[1, 1]], WeightCaps.None),
        ["ranks, level"] = () => RankIntervals.Of([new(1, 2)], 1.5),
        ["rate, events"] = () => Rate.Of(-1, 5, 1),
        ["rate, events of none"] = () => Rate.Of(-1, 0, 1),
        ["rate, z"] = () => Rate.Of(1, 5, 1, Bad),
        ["rate, z of none"] = () => Rate.Of(0, 0, 1, Bad),
        ["response, z"] = () => ResponseRate.Of([new(new(1, 2), 1)], Bad),
        ["response, answers"] = () => ResponseRate.Of([new(new(3, 2), 1), new(new(1, 9), 1)]),
        ["runs, points"] = () => RunLimits.Of(0),
        ["sample, share"] = () => SampleSize.ForShare(0.05, 1.5),
        ["sample, z"] = () => SampleSize.ForShare(0.05, 0.5, Bad),
        ["draws"] = () => new SeededDraws(1).Below(0),
        ["causes, lengths"] = () => SpecialCauses.InTwoOfThree([true], [1, 1]),
        ["standardised rate, per"] = () => StandardisedRate.Of([new(20, 9, 9)], 0),
        ["standardised rate, z"] = () => StandardisedRate.Of([new(20, 9, 9)], 1, Bad),
        ["standardised rate, population"] = () => StandardisedRate.Of([new(20, 9, 9), new(0, -9, 9)], 1),
        ["standardised rate, standard"] = () => StandardisedRate.Of([new(20, 9, 9), new(0, 9, -9)], 1),
        ["ratio, z"] = () => StandardisedRatio.Of([new(0, 0, 0, 0)], Bad),
        ["ratio, observed"] = () => StandardisedRatio.Of(-1, 5),
        ["ratio, expected"] = () => StandardisedRatio.Of(1, -5),
        ["two reviewers, z"] = () => TwoReviewers.Of([[5, 1], [1, 5]], CodeOrder.Unordered, Bad),
        ["two shares, one"] = () => TwoShares.Difference(new(3, 2), new(1, 2)),
        ["two shares, p of nobody"] = () => TwoShares.PValue(new(0, 0), new(1, 2)),
        ["two shares, p of nobody else"] = () => TwoShares.PValue(new(1, 2), new(0, 0)),
        ["two shares, p of a wrong share"] = () => TwoShares.PValue(new(3, 2), new(1, 2)),
        ["two shares, p of another wrong share"] = () => TwoShares.PValue(new(1, 2), new(3, 2)),
        ["wilson, weighted cases"] = () => Wilson.WeightedInterval(0, 0),
        ["wilson, weighted successes"] = () => Wilson.WeightedInterval(-1, 5),
        ["wilson, weighted z"] = () => Wilson.WeightedInterval(1, 5, 0),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_argument_outside_its_range_is_refused(string call) =>
        Assert.ThrowsAny<ArgumentException>(Calls[call]);
}
