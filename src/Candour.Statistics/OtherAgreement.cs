namespace Candour.Statistics;

/// <summary>
/// Coefficients of agreement that others print, so that their figures can be recalculated; our own figures use those of
/// <see cref="TwoReviewers"/> and <see cref="ManyReviewers"/>.
/// </summary>
public static class OtherAgreement
{
    /// <summary>
    /// Bangdiwala's B: how much of the rectangles that the reviewers' totals span is filled by agreement,
    /// <code>∑ n(k, k)² / ∑ n(k, ·) n(·, k)</code>
    /// (Bangdiwala, "A graphical test for observer agreement", Proceedings of the ISI 45, 1985).
    /// </summary>
    /// <param name="table">Square, of counts: rows the first reviewer's codes, columns the second's.</param>
    /// <returns>From 0 to 1; 0 where no code was given by both.</returns>
    /// <exception cref="ArgumentException">The table is not square.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static double Bangdiwala(IReadOnlyList<IReadOnlyList<long>> table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (agreed, spanned) = (0.0, 0.0);
        for (var k = 0; k < table.Count; k++)
        {
            if (table[k].Count != table.Count)
            {
                throw new ArgumentException("Both reviewers use the same codes: the table is square.", nameof(table));
            }

            foreach (var count in table[k])
            {
                ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(table));
            }

            var code = k;
            agreed += (double)table[k][k] * table[k][k];
            spanned += table[k].Sum(count => (double)count) * table.Sum(row => (double)row[code]);
        }

        return spanned == 0 ? 0 : agreed / spanned;
    }

    /// <summary>
    /// Conger's κ for several reviewers, who are told apart: chance is taken from how each of them uses the codes,
    /// <code>pe = ∑ (π(k)² − s²(k)/r)</code>
    /// with π(k) the mean and s²(k) the variance over the r reviewers of the share of code k (Conger, "Integration and
    /// generalization of kappas for multiple raters", Psychological Bulletin 88, 1980, 322-328). Of two reviewers it is Cohen's.
    /// </summary>
    /// <param name="cases">Each with one entry a reviewer, in the same order of reviewers: a code from 0 to
    /// <paramref name="codes"/> − 1, or null where they did not see it.</param>
    /// <param name="codes">How many codes there are; at least 2.</param>
    /// <returns>Too few without two cases seen by two; not estimable where chance would agree always. Without an interval of its own
    /// the value stands as both ends.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Conger(IReadOnlyCollection<IReadOnlyList<int?>> cases, int codes)
    {
        ArgumentNullException.ThrowIfNull(cases);
        IReadOnlyList<int>[] given = [.. cases.Select(one => (IReadOnlyList<int>)[.. one.OfType<int>()])];
        if (ManyReviewers.Of(given, codes) is not ManyReviewers.Known { Compared: > 1 } known)
        {
            return new Estimate.TooFew(given.Count(one => one.Count > 1), 2);
        }

        var shares = Enumerable.Range(0, cases.Max(one => one.Count))
            .Select(reviewer => cases.Where(one => reviewer < one.Count && one[reviewer] is not null).Select(one => one[reviewer]!.Value).ToList())
            .Where(seen => seen.Count > 0)
            .Select(seen => Enumerable.Range(0, codes).Select(k => (double)seen.Count(code => code == k) / seen.Count).ToArray())
            .ToList();
        var chance = Enumerable.Range(0, codes).Sum(k =>
        {
            var mean = shares.Average(share => share[k]);
            var variance = shares.Sum(share => Math.Pow(share[k] - mean, 2)) / (shares.Count - 1);
            return (mean * mean) - (variance / shares.Count);
        });
        if (chance > 1 - 1e-12)
        {
            return new Estimate.NotEstimable(Obstacle.NoSpread);
        }

        var value = (known.Agreement.Value - chance) / (1 - chance);
        return new Estimate.Known(value, new Interval(value, value));
    }
}
