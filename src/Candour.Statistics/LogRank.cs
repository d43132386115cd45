namespace Candour.Statistics;

/// <summary>
/// Whether the survival curves of groups differ by more than chance (Mantel, "Evaluation of survival data", Cancer
/// Chemotherapy Reports 50, 1966, 163-170): on each day with events, each group is expected to have its share of them,
/// <code>E = d n_g/n,   V_gh = d (n − d)/(n − 1) · n_g/n (δ_gh − n_h/n)</code>
/// and the chi-square is (O − E)ᵀ V⁻¹ (O − E) with one group left out. It sees best what lasts; curves that cross may
/// differ and pass it.
/// </summary>
public abstract record LogRank
{
    private LogRank()
    {
    }

    /// <summary>The test was made.</summary>
    /// <param name="Test">One degree of freedom fewer than groups with cases at risk.</param>
    /// <param name="Groups">Events of each group, and those expected if the curves were one; in the order given.</param>
    public sealed record Known(ChiSquareTest Test, IReadOnlyList<(long Observed, double Expected)> Groups) : LogRank;

    /// <summary>Fewer than two groups were ever at risk together when an event happened.</summary>
    public sealed record NotEstimable : LogRank;

    /// <summary>The test of <paramref name="groups"/>.</summary>
    /// <param name="groups">Groups without cases are passed over.</param>
    public static LogRank Of(IReadOnlyList<DayHistogram> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var k = groups.Count;
        var atRisk = groups.Select(group => (double)group.Cases).ToArray();
        var expected = new double[k];
        var variance = new double[k, k];
        var byDay = groups.SelectMany((group, g) => group.Days.Select(day => (Group: g, Day: day)))
            .GroupBy(one => one.Day.Day).OrderBy(day => day.Key);
        foreach (var day in byDay)
        {
            var n = atRisk.Sum();
            double d = day.Sum(one => one.Day.Events);
            for (var g = 0; d > 0 && g < k; g++)
            {
                expected[g] += d * (atRisk[g] / n);
                for (var h = 0; n > 1 && h < k; h++)
                {
                    variance[g, h] += d * ((n - d) / (n - 1)) * (atRisk[g] / n)
                        * (g == h ? (n - atRisk[g]) / n : -atRisk[h] / n);
                }
            }

            foreach (var (group, count) in day)
            {
                atRisk[group] -= count.Events + count.Censored;
            }
        }

        var used = Enumerable.Range(0, k).Where(g => variance[g, g] > 0).ToList();
        if (used.Count < 2)
        {
            return new NotEstimable();
        }

        used.RemoveAt(used.Count - 1);
        var excess = used.Select(g => groups[g].Events - expected[g]).ToArray();
        var matrix = new double[used.Count, used.Count];
        for (var i = 0; i < used.Count; i++)
        {
            for (var j = 0; j < used.Count; j++)
            {
                matrix[i, j] = variance[used[i], used[j]];
            }
        }

        return Form(matrix, excess) is { } chiSquare
            ? new Known(
                ChiSquareTest.Of(chiSquare, used.Count),
                [.. groups.Select((group, g) => (group.Events, expected[g]))])
            : new NotEstimable();
    }

    public T Match<T>(Func<Known, T> known, Func<NotEstimable, T> notEstimable)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(notEstimable);
        return this switch
        {
            Known test => known(test),
            NotEstimable test => notEstimable(test),
            _ => throw new InvalidOperationException("A test is made or not estimable."),
        };
    }

    /// <summary>xᵀ M⁻¹ x by Cholesky's factor; null when M has no inverse, as when two sets of groups were never at risk
    /// together.</summary>
    private static double? Form(double[,] m, double[] x)
    {
        const double Singular = 1e-10;
        var sum = 0.0;
        var n = x.Length;
        var solved = new double[n];
        for (var i = 0; i < n; i++)
        {
            var diagonal = m[i, i];
            var right = x[i];
            for (var j = 0; j < i; j++)
            {
                var entry = m[i, j];
                for (var l = 0; l < j; l++)
                {
                    entry -= m[i, l] * m[j, l];
                }

                m[i, j] = entry / m[j, j];
                diagonal -= m[i, j] * m[i, j];
                right -= m[i, j] * solved[j];
            }

            if (diagonal <= Singular * m[i, i])
            {
                return null;
            }

            m[i, i] = Math.Sqrt(diagonal);
            solved[i] = right / m[i, i];
            sum += solved[i] * solved[i];
        }

        return sum;
    }
}
