namespace Candour.Statistics;

/// <summary>A case that a panel looked at again.</summary>
/// <param name="Recorded">The code on the record, from 0.</param>
/// <param name="True">The code that the panel found right, from 0.</param>
/// <param name="Weight">How many cases with the same recorded code it stands for; above 0. Equal when the panel drew at
/// random among them.</param>
public readonly record struct PanelCase(int Recorded, int True, double Weight);

/// <summary>The share of one code, as it stands and as the panel would have it.</summary>
/// <param name="Code">From 0.</param>
/// <param name="Recorded">The share of all cases that have it on the record.</param>
/// <param name="Corrected">The share of all cases that ought to have it.</param>
/// <param name="Interval">Of the corrected share.</param>
public sealed record CorrectedCode(int Code, double Recorded, double Corrected, Interval Interval);

/// <summary>
/// How common each code truly is, from the records of all cases and a panel that looked again at some of each code.
/// With W the share of all cases recorded as c, and e(t | c) the weighted share of the panel's cases of c that it found
/// to be t,
/// <code>share of t = ∑ W(c) e(t | c)</code>
/// (post-stratification by the recorded code: Tenenbein, "A double sampling scheme for estimating from binomial data
/// with misclassifications", Journal of the American Statistical Association 65, 1970, 1350-1361). The interval joins
/// the Wilson intervals of the e on their effective cases as <see cref="StratifiedShare"/> does. It says what chance in
/// the draw may do, not what a panel may get wrong.
/// </summary>
public abstract record PanelCorrection
{
    private PanelCorrection()
    {
    }

    /// <summary>There are corrected shares.</summary>
    /// <param name="Codes">All codes, in order; recorded and corrected shares each add up to 1.</param>
    public sealed record Known(IReadOnlyList<CorrectedCode> Codes) : PanelCorrection;

    /// <summary>There are no cases.</summary>
    public sealed record EmptyPopulation : PanelCorrection;

    /// <summary>The panel saw no case of a code that is on record.</summary>
    /// <param name="Code">The first such.</param>
    public sealed record CodeNotSeen(int Code) : PanelCorrection;

    /// <summary>The corrected share of every code.</summary>
    /// <param name="recorded">All cases by recorded code, not negative.</param>
    /// <param name="panel">In any order; codes within <paramref name="recorded"/>. Not more of a code than are on
    /// record.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static PanelCorrection Of(
        IReadOnlyList<long> recorded, IReadOnlyCollection<PanelCase> panel, double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(panel);
        Arguments.RefuseUnlessPositive(z);
        foreach (var count in recorded)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(recorded));
        }

        foreach (var seen in panel)
        {
            Arguments.RefuseUnlessPositive(seen.Weight, nameof(panel));
            ArgumentOutOfRangeException.ThrowIfNegative(seen.Recorded, nameof(panel));
            ArgumentOutOfRangeException.ThrowIfNegative(seen.True, nameof(panel));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(seen.Recorded, recorded.Count, nameof(panel));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(seen.True, recorded.Count, nameof(panel));
        }

        double whole = recorded.Sum();
        if (whole == 0)
        {
            return new EmptyPopulation();
        }

        var rows = panel.ToLookup(seen => seen.Recorded);
        var strata = new List<Stratum>();
        for (var code = 0; code < recorded.Count; code++)
        {
            var seen = rows[code].ToList();
            ArgumentOutOfRangeException.ThrowIfGreaterThan(seen.Count, recorded[code], nameof(panel));
            if (recorded[code] == 0)
            {
                continue;
            }

            if (seen.Count == 0)
            {
                return new CodeNotSeen(code);
            }

            var weights = seen.Sum(one => one.Weight);
            strata.Add(new Stratum(
                recorded[code] / whole, (recorded[code] - seen.Count) / (double)recorded[code],
                EffectiveCases.Of(seen.Select(one => one.Weight)).Effective,
                [.. Enumerable.Range(0, recorded.Count).Select(
                    t => Math.Min(seen.Where(one => one.True == t).Sum(one => one.Weight) / weights, 1))]));
        }

        return new Known([.. Enumerable.Range(0, recorded.Count).Select(code => new CorrectedCode(
            code, recorded[code] / whole, Corrected(strata, code), Around(strata, code, z)))]);
    }

    public T Match<T>(Func<Known, T> known, Func<EmptyPopulation, T> emptyPopulation, Func<CodeNotSeen, T> codeNotSeen)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(emptyPopulation);
        ArgumentNullException.ThrowIfNull(codeNotSeen);
        return this switch
        {
            Known corrected => known(corrected),
            EmptyPopulation empty => emptyPopulation(empty),
            CodeNotSeen unseen => codeNotSeen(unseen),
            _ => throw new InvalidOperationException("A correction is known, of nothing, or lacks a code."),
        };
    }

    private static double Corrected(List<Stratum> strata, int code) =>
        Math.Min(strata.Sum(stratum => stratum.Weight * stratum.Errors[code]), 1);

    private static Interval Around(List<Stratum> strata, int code, double z)
    {
        var (below, above) = (0.0, 0.0);
        foreach (var stratum in strata)
        {
            var share = stratum.Errors[code];
            var interval = Wilson.WeightedInterval(share * stratum.Cases, stratum.Cases, z);
            below += Math.Pow(stratum.Weight * (share - interval.Lower), 2) * stratum.Left;
            above += Math.Pow(stratum.Weight * (interval.Upper - share), 2) * stratum.Left;
        }

        var corrected = Corrected(strata, code);
        return new Interval(
            Math.Max(corrected - Math.Sqrt(below), 0), Math.Min(corrected + Math.Sqrt(above), 1));
    }

    /// <summary>The cases recorded under one code.</summary>
    /// <param name="Weight">Their share of all.</param>
    /// <param name="Left">The share of them that the panel did not see.</param>
    /// <param name="Cases">What the panel's are worth.</param>
    /// <param name="Errors">By true code.</param>
    private sealed record Stratum(double Weight, double Left, double Cases, IReadOnlyList<double> Errors);
}
