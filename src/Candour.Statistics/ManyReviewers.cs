namespace Candour.Statistics;

/// <summary>
/// How far any number of reviewers agree, when not every one saw every case. A case is the list of codes it was given;
/// with r of them, r(k) of code k and r*(k) = ∑ w(k, l) r(l) (<see cref="CodeOrder"/>),
/// <code>
/// pa = mean over cases with r ≥ 2 of ∑ r(k)(r*(k) − 1)/(r(r − 1)),   π = mean over all cases of r(k)/r
/// Fleiss:        pe = ∑ w(k, l) π(k) π(l)
/// Gwet's AC:     pe = ∑ w / (q(q − 1)) · ∑ π(1 − π)
/// Uniform:       pe = ∑ w / q²
/// Krippendorff:  only cases with r ≥ 2, each by its r over the mean r̄;  pa′ = (1 − ε)pa + ε,  ε = 1/(n r̄)
/// </code>
/// Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971), 378-382; Gwet as
/// for
/// <see cref="TwoReviewers"/>; Krippendorff, Content Analysis (2004), 221-250. Fleiss' κ and α fall as Cohen's κ does
/// when nearly all cases deserve one code.
/// </summary>
public abstract record ManyReviewers
{
    private ManyReviewers()
    {
    }

    /// <summary>Some cases were seen by at least two.</summary>
    /// <param name="Compared">Cases with at least two codes.</param>
    /// <param name="SeenOnce">Cases with one code: they say how common codes are, not whether reviewers agree.</param>
    /// <param name="Agreement">The mean share of agreeing pairs of reviewers; Wilson's interval of so many cases, which
    /// is rather too wide than too narrow.</param>
    /// <param name="Fleiss">From −1 to 1. Not estimable when one code was given throughout.</param>
    /// <param name="Ac">Gwet's AC1, or AC2 if the codes have an order; from −1 to 1.</param>
    /// <param name="Alpha">Krippendorff's; from −1 to 1. Not estimable when one code was given throughout.</param>
    /// <param name="Uniform">Brennan and Prediger's, which takes every code as equally likely by chance; from −1 to 1.</param>
    public sealed record Known(
        long Compared, long SeenOnce, Estimate.Known Agreement, Estimate Fleiss, Estimate Ac, Estimate Alpha, Estimate Uniform)
        : ManyReviewers;

    /// <summary>No case was seen by two.</summary>
    public sealed record NothingCompared(long SeenOnce) : ManyReviewers;

    /// <summary>The agreement over <paramref name="cases"/>.</summary>
    /// <param name="cases">Each the codes it was given, from 0 to <paramref name="codes"/> − 1, in any order. A case
    /// without codes is passed over; a reviewer who did not see a case has no code in it.</param>
    /// <param name="codes">How many codes there are, used or not; at least 2.</param>
    /// <param name="order">Whether codes can be near each other.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise. The coefficients use
    /// Student's quantile with the same tail.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ManyReviewers Of(
        IReadOnlyCollection<IReadOnlyList<int>> cases, int codes, CodeOrder order = CodeOrder.Unordered,
        double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentOutOfRangeException.ThrowIfLessThan(codes, 2);
        Arguments.RefuseUnlessPositive(z);
        foreach (var code in cases.SelectMany(given => given))
        {
            ArgumentOutOfRangeException.ThrowIfNegative(code, nameof(cases));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(code, codes, nameof(cases));
        }

        var seen = cases.Where(given => given.Count > 0).Select(given => new Seen(given, codes, order)).ToList();
        var compared = seen.Where(one => one.Reviewers > 1).ToList();
        if (compared.Count == 0)
        {
            return new NothingCompared(seen.Count);
        }

        var agreement = compared.Average(one => one.Agreement);
        var used = Enumerable.Range(0, codes).Select(k => seen.Average(one => one.Shares[k])).ToArray();
        var facing = Facing(used, order);
        var fleissChance = used.Zip(facing, (share, other) => share * other).Sum();
        var scale = order.WorthOfAll(codes) / (codes * (codes - 1.0));
        var acChance = scale * used.Sum(share => share * (1 - share));
        double n = seen.Count;
        return new Known(
            compared.Count,
            seen.Count - compared.Count,
            new Estimate.Known(agreement, Wilson.WeightedInterval(
                Math.Min(agreement, 1) * compared.Count, compared.Count, z)),
            Coefficient(fleissChance, one => 2 * (one.Mean(facing) - fleissChance)),
            Coefficient(acChance, one => 2 * ((scale * (1 - one.Mean(used))) - acChance)),
            Krippendorff(compared, codes, order, z),
            Coefficient(order.WorthOfAll(codes) / (codes * (double)codes), _ => 0));

        // A case seen once moves the expected agreement only.
        Estimate Coefficient(double chance, Func<Seen, double> pull) => compared.Count < 2
            ? new Estimate.TooFew(compared.Count, 2)
            : ChanceCorrected.Of(
                agreement, chance,
                [
                    .. seen.Select(one => new AgreementPull(
                        1, one.Reviewers > 1 ? (one.Agreement - agreement) * (n / compared.Count) : 0, pull(one))),
                ],
                n * (n - 1), z);
    }

    public T Match<T>(Func<Known, T> known, Func<NothingCompared, T> nothingCompared)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(nothingCompared);
        return this switch
        {
            Known agreement => known(agreement),
            NothingCompared none => nothingCompared(none),
            _ => throw new InvalidOperationException("Agreement is known, or nothing was compared."),
        };
    }

    private static Estimate Krippendorff(List<Seen> compared, int codes, CodeOrder order, double z)
    {
        double n = compared.Count;
        var reviewers = compared.Average(one => (double)one.Reviewers);
        var used = Enumerable.Range(0, codes)
            .Select(k => compared.Sum(one => one.Shares[k] * one.Reviewers) / (n * reviewers)).ToArray();
        var facing = Facing(used, order);
        var chance = used.Zip(facing, (share, other) => share * other).Sum();
        var agreement = compared.Sum(one => one.Agreement * one.Reviewers) / (n * reviewers);
        var small = 1 / (n * reviewers);
        return n < 2 ? new Estimate.TooFew((long)n, 2) : ChanceCorrected.Of(
            ((1 - small) * agreement) + small, chance,
            [
                .. compared.Select(one => new AgreementPull(
                    1, (1 - small) * (one.Reviewers / reviewers) * (one.Agreement - agreement),
                    2 * (one.Reviewers / reviewers) * (one.Mean(facing) - chance))),
            ],
            n * (n - 1), z);
    }

    /// <summary>For each code, how much agreement a code drawn from <paramref name="used"/> would be with it.</summary>
    private static double[] Facing(double[] used, CodeOrder order) =>
    [
        .. Enumerable.Range(0, used.Length)
            .Select(k => used.Select((share, l) => order.Worth(k, l, used.Length) * share).Sum()),
    ];

    /// <summary>A case with at least one code.</summary>
    private sealed class Seen
    {
        public Seen(IReadOnlyList<int> given, int codes, CodeOrder order)
        {
            Reviewers = given.Count;
            Shares = new double[codes];
            foreach (var code in given)
            {
                Shares[code] += 1.0 / Reviewers;
            }

            // Pairs of reviewers, in both directions, without a reviewer's pair with itself.
            Agreement = Reviewers == 1 ? 1 : given.Sum(
                one => given.Sum(other => order.Worth(one, other, codes)) - 1) / (Reviewers * (Reviewers - 1.0));
        }

        public int Reviewers { get; }

        public double[] Shares { get; }

        public double Agreement { get; }

        public double Mean(double[] values) => Shares.Zip(values, (share, value) => share * value).Sum();
    }
}
