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
    /// Its variance is that of its linear part, as for <see cref="ManyReviewers"/>: pe is the mean over pairs of reviewers of
    /// ∑ p(k) p′(k), so a case to which reviewer g gave code k pulls it by 2/(r(r − 1)) · n/n(g) · ∑ p′(k) over the others.
    /// </summary>
    /// <param name="cases">Each with one entry a reviewer, in the same order of reviewers: a code from 0 to
    /// <paramref name="codes"/> − 1, or null where they did not see it.</param>
    /// <param name="codes">How many codes there are; at least 2.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise. Student's quantile with the same
    /// tail is used.</param>
    /// <returns>Too few without two cases seen by two; not estimable where chance would agree always.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Conger(
        IReadOnlyCollection<IReadOnlyList<int?>> cases, int codes, double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(cases);
        Arguments.RefuseUnlessPositive(z);
        IReadOnlyList<int>[] given = [.. cases.Select(one => (IReadOnlyList<int>)[.. one.OfType<int>()])];
        if (ManyReviewers.Of(given, codes) is not ManyReviewers.Known { Compared: > 1 } known)
        {
            return new Estimate.TooFew(given.Count(one => one.Count > 1), 2);
        }

        IReadOnlyList<int?>[] seen = [.. cases.Where(one => one.Any(code => code is not null))];
        double n = seen.Length;
        int[] reviewers = [.. Enumerable.Range(0, seen.Max(one => one.Count)).Where(g => seen.Any(one => Code(one, g) >= 0))];
        var saw = reviewers.ToDictionary(g => g, g => seen.Count(one => Code(one, g) >= 0));
        var shares = reviewers.ToDictionary(
            g => g, g => Enumerable.Range(0, codes).Select(k => (double)seen.Count(one => Code(one, g) == k) / saw[g]).ToArray());
        var all = Enumerable.Range(0, codes).Select(k => shares.Values.Sum(share => share[k])).ToArray();
        var pairs = reviewers.Length * (reviewers.Length - 1.0);
        var chance = reviewers.Sum(g => Met(g, shares[g])) / pairs;
        return ChanceCorrected.Of(
            known.Agreement.Value, chance,
            [
                .. seen.Select(one => new AgreementPull(
                    1,
                    one.Count(code => code is not null) > 1 ? (AgreementIn(one) - known.Agreement.Value) * (n / known.Compared) : 0,
                    reviewers.Where(g => Code(one, g) >= 0).Sum(g =>
                        2 / pairs * (n / saw[g]) * (all[Code(one, g)] - shares[g][Code(one, g)] - Met(g, shares[g]))))),
            ],
            n * (n - 1), z);

        // How often the others give the codes that are given so often.
        double Met(int g, double[] given) => given.Select((share, k) => share * (all[k] - shares[g][k])).Sum();
    }

    private static int Code(IReadOnlyList<int?> one, int reviewer) => reviewer < one.Count ? one[reviewer] ?? -1 : -1;

    private static double AgreementIn(IReadOnlyList<int?> one)
    {
        int[] codes = [.. one.OfType<int>()];
        return codes.Sum(code => codes.Count(other => other == code) - 1) / (codes.Length * (codes.Length - 1.0));
    }
}
