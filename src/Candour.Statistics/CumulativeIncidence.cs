namespace Candour.Statistics;

/// <summary>How many cases ended in one way on one day after the start.</summary>
/// <param name="Day">Whole days from the start; not negative.</param>
/// <param name="Outcome">Which way: 0 for cases still open when their observation ended, above 0 for an outcome.</param>
/// <param name="Cases">Not negative.</param>
public readonly record struct OutcomeCount(int Day, int Outcome, long Cases);

/// <summary>
/// The share of cases that have ended in each way by a day, when some are still open (Aalen and Johansen, "An empirical
/// transition matrix for non-homogeneous Markov chains", Scandinavian Journal of Statistics 5, 1978, 141-150):
/// <code>F_k(t) = ∑ S(tᵢ−) d_k/n over the days up to t,   S(t) = ∏ (1 − d/n) over all outcomes</code>
/// The shares and the open cases add up to 1. A survival curve that counts the other outcomes as "still open" overstates
/// each, because those cases will never be charged. The variance is that of the delta method (Marubini and Valsecchi,
/// Analysing Survival Data, 1995, 341), and the interval is log-log on 1 − F, as that of <see cref="KaplanMeier"/>.
/// </summary>
public sealed class CumulativeIncidence
{
    private readonly List<Step> steps;
    private readonly SortedDictionary<int, long> ended;
    private readonly double z;
    private readonly Terms?[] terms;

    private CumulativeIncidence(
        List<Step> steps, SortedDictionary<int, long> ended, IReadOnlyList<int> outcomes, int lastDay, double z) =>
        (this.steps, this.ended, Outcomes, LastDay, this.z, terms) = (steps, ended, outcomes, lastDay, z, new Terms?[outcomes.Count]);

    /// <summary>The outcomes that happened, in order.</summary>
    public IReadOnlyList<int> Outcomes { get; }

    /// <summary>The last day of observation.</summary>
    public int LastDay { get; }

    /// <summary>The days on which a case ended in any way.</summary>
    public IReadOnlyList<int> Days => steps.ConvertAll(step => step.Day);

    /// <summary>The curves of <paramref name="cases"/>.</summary>
    /// <param name="cases">In any order; counts of the same day and outcome are added. At least one case: without cases
    /// there is no curve, and the caller decides what to say.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no case, or an argument is outside its range.</exception>
    public static CumulativeIncidence Of(IEnumerable<OutcomeCount> cases, double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(cases);
        Arguments.RefuseUnlessPositive(z);
        var counted = new List<OutcomeCount>();
        foreach (var count in cases)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count.Day, nameof(cases));
            ArgumentOutOfRangeException.ThrowIfNegative(count.Outcome, nameof(cases));
            ArgumentOutOfRangeException.ThrowIfNegative(count.Cases, nameof(cases));
            if (count.Cases > 0)
            {
                counted.Add(count);
            }
        }

        var atRisk = counted.Sum(count => count.Cases);
        ArgumentOutOfRangeException.ThrowIfZero(atRisk, nameof(cases));
        var outcomes = counted.Select(count => count.Outcome).Where(outcome => outcome > 0).Distinct().Order().ToList();
        var ended = new SortedDictionary<int, long>();
        var steps = new List<Step>();
        var open = 1.0;
        var shares = new double[outcomes.Count];
        foreach (var day in counted.GroupBy(count => count.Day).OrderBy(group => group.Key))
        {
            var events = outcomes.ConvertAll(
                outcome => day.Where(count => count.Outcome == outcome).Sum(count => count.Cases));
            var all = events.Sum();
            if (all > 0)
            {
                double n = atRisk;
                var before = open;
                shares = [.. shares.Zip(events, (share, d) => share + (before * (d / n)))];
                open = all == atRisk ? 0 : open * ((n - all) / n);
                steps.Add(new Step(day.Key, atRisk, all, before, open, events, shares));
            }

            ended[day.Key] = day.Sum(count => count.Cases);
            atRisk -= ended[day.Key];
        }

        return new CumulativeIncidence(steps, ended, outcomes, ended.Keys.Last(), z);
    }

    /// <summary>The share that has ended in this way by the end of <paramref name="day"/>, or that nobody was observed so
    /// long. Before its first case it is 0 with Wilson's interval for none of those whose state on that day is known.
    /// </summary>
    /// <param name="outcome">Above 0; one that never happened has the share 0.</param>
    /// <param name="day">Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ShareDecided ShareWith(int outcome, int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outcome, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(day);
        if (day > LastDay && !(steps.Count > 0 && steps[^1].Open == 0))
        {
            return new ShareDecided.NotObserved(LastDay);
        }

        var at = steps.FindLastIndex(step => step.Day <= day);
        var k = Outcomes.ToList().IndexOf(outcome);
        if (at < 0 || k < 0 || steps[at].Shares[k] == 0)
        {
            var decided = steps.Take(at + 1).Sum(step => step.All);
            var watched = ended.Where(pair => pair.Key >= day).Sum(pair => pair.Value)
                - (at >= 0 && steps[at].Day == day ? steps[at].All : 0);
            return new ShareDecided.Known(0, Wilson.Interval(0, Math.Max(decided + watched, 1), z));
        }

        return new ShareDecided.Known(Math.Min(steps[at].Shares[k], 1), Band(at, k));
    }

    /// <summary>The share still open at the end of <paramref name="day"/>; null when nobody was observed so long.
    /// </summary>
    /// <param name="day">Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is negative.</exception>
    public double? Open(int day)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(day);
        var at = steps.FindLastIndex(step => step.Day <= day);
        var open = at < 0 ? 1 : steps[at].Open;
        return day > LastDay && open > 0 ? null : open;
    }

    private Interval Band(int at, int k)
    {
        var share = steps[at].Shares[k];
        var rest = steps[at].Open + steps[at].Shares.Where((_, other) => other != k).Sum();
        if (rest <= 0)
        {
            // Every case ended in this way: as where a survival curve has come down to 0.
            var last = Wilson.Interval(steps[at].AtRisk, steps[at].AtRisk, z).Lower;
            return new Interval(at == 0 || steps[at - 1].Shares[k] == 0 ? last : Math.Max(last, Band(at - 1, k).Lower), 1);
        }

        var (ended, own, before, part, shares) = terms[k] ??= TermsOf(k);
        var variance = 0.0;
        for (var i = 0; i <= at; i++)
        {
            var ahead = share - shares[i];
            variance += (ahead == 0 ? 0 : ahead * ahead * ended[i]) + own[i] - (2 * ahead * before[i] * part[i]);
        }

        var theta = Math.Exp(z * Math.Sqrt(Math.Max(variance, 0)) / (rest * -Math.Log(rest)));
        return new Interval(1 - Math.Pow(rest, 1 / theta), 1 - Math.Pow(rest, theta));
    }

    /// <summary>What the variance of an outcome adds up on every day, whatever the day it is asked for: worked out once, for a
    /// curve asks for it on all of its days.</summary>
    private Terms TermsOf(int k) => new(
        [.. steps.Select(step => step.All / (double)step.AtRisk / ((double)step.AtRisk - step.All))],
        [
            .. steps.Select(step => step.Before / (double)step.AtRisk * (step.Before / (double)step.AtRisk) * step.Events[k]
                * (((double)step.AtRisk - step.Events[k]) / (double)step.AtRisk)),
        ],
        [.. steps.Select(step => step.Before / (double)step.AtRisk)],
        [.. steps.Select(step => step.Events[k] / (double)step.AtRisk)],
        [.. steps.Select(step => step.Shares[k])]);

    /// <summary>One number a step.</summary>
    /// <param name="Ended">d/n/(n − d), over all outcomes.</param>
    /// <param name="Own">(S/n)² d_k (n − d_k)/n.</param>
    /// <param name="Before">S/n.</param>
    /// <param name="Part">d_k/n.</param>
    /// <param name="Shares">F_k.</param>
    private sealed record Terms(double[] Ended, double[] Own, double[] Before, double[] Part, double[] Shares);

    private sealed record Step(
        int Day, long AtRisk, long All, double Before, double Open, IReadOnlyList<long> Events, double[] Shares);
}
