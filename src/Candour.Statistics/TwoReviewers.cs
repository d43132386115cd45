namespace Candour.Statistics;

/// <summary>
/// How far two reviewers who saw the same cases agree: as a share, and beyond chance. With p(k, l) the share of cases
/// that the first gave code k and the second code l, and w(k, l) what the pair is worth (<see cref="CodeOrder"/>),
/// <code>
/// pa = ∑ w(k, l) p(k, l)
/// Cohen's κ:   pe = ∑ w(k, l) p(k, ·) p(·, l)
/// Gwet's AC:   pe = ∑ w / (q(q − 1)) · ∑ π(1 − π),   π the mean of both reviewers' shares of a code
/// Uniform:     pe = ∑ w / q²
/// </code>
/// κ (Cohen, Educational and Psychological Measurement 20, 1960, 37-46, and Psychological Bulletin 70, 1968, 213-220)
/// falls when nearly all cases deserve the same code, however well the reviewers agree: 90 of 100 the same can give a κ
/// below 0 (Feinstein and Cicchetti, Journal of Clinical Epidemiology 43, 1990, 543-549). In casework most cases pass,
/// so κ is never shown without Gwet's coefficient, which does not fall (AC1 without order, AC2 with it; British Journal
/// of Mathematical and Statistical Psychology 61, 2008, 29-48).
/// </summary>
public abstract record TwoReviewers
{
    private TwoReviewers()
    {
    }

    /// <summary>Cases were seen by both.</summary>
    /// <param name="Cases">Above 0.</param>
    /// <param name="Agreement">The share of cases with the same code; with an order, near codes count in part. Wilson's
    /// interval.</param>
    /// <param name="Kappa">Cohen's, weighted if the codes have an order; from −1 to 1. Not estimable when each reviewer
    /// gave one and the same code to all.</param>
    /// <param name="Ac">Gwet's AC1, or AC2 if the codes have an order; from −1 to 1.</param>
    /// <param name="Uniform">Brennan and Prediger's, which takes every code as equally likely by chance; from −1 to 1.</param>
    public sealed record Known(long Cases, Estimate.Known Agreement, Estimate Kappa, Estimate Ac, Estimate Uniform) : TwoReviewers
    {
        /// <summary>Whether κ is low only because nearly all cases deserve the same code: κ's whole interval is below
        /// Gwet's coefficient, or κ cannot be estimated at all while Gwet's can.</summary>
        public bool KappaParadox => Ac is Estimate.Known ac && Kappa switch
        {
            Estimate.Known kappa => kappa.Interval.Upper < ac.Value,
            Estimate.NotEstimable => true,
            _ => false,
        };
    }

    /// <summary>No case was seen by both.</summary>
    public sealed record NoCases : TwoReviewers;

    /// <summary>The agreement in a square table of cases.</summary>
    /// <param name="table">Rows are the first reviewer's codes, columns the second's, in the same order; at least two
    /// codes, counts not negative.</param>
    /// <param name="order">Whether codes can be near each other.</param>
    /// <param name="z">Above 0; <see cref="NormalQuantile.TwoSided95"/> unless told otherwise. The coefficients use
    /// Student's quantile with the same tail.</param>
    /// <exception cref="ArgumentException">The table is not square.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static TwoReviewers Of(
        IReadOnlyList<IReadOnlyList<long>> table, CodeOrder order = CodeOrder.Unordered,
        double z = NormalQuantile.TwoSided95)
    {
        ArgumentNullException.ThrowIfNull(table);
        Arguments.RefuseUnlessPositive(z);
        var codes = table.Count;
        ArgumentOutOfRangeException.ThrowIfLessThan(codes, 2, nameof(table));
        foreach (var row in table)
        {
            if (row.Count != codes)
            {
                throw new ArgumentException("Both reviewers use the same codes: the table is square.", nameof(table));
            }

            foreach (var count in row)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(table));
            }
        }

        var cases = table.Sum(row => row.Sum());
        if (cases == 0)
        {
            return new NoCases();
        }

        double n = cases;
        var all = Enumerable.Range(0, codes).ToList();
        var first = all.ConvertAll(k => table[k].Sum() / n);
        var second = all.ConvertAll(l => table.Sum(row => row[l]) / n);
        var mean = all.ConvertAll(k => (first[k] + second[k]) / 2);
        var pairs = all.SelectMany(k => all.Select(
            l => (K: k, L: l, Cases: table[k][l], Worth: order.Worth(k, l, codes)))).ToList();
        var agreement = pairs.Sum(pair => pair.Worth * (pair.Cases / n));

        var kappaChance = pairs.Sum(pair => pair.Worth * first[pair.K] * second[pair.L]);
        var facing = all.ConvertAll(k => all.Sum(l => order.Worth(k, l, codes) * second[l]));
        var facingSecond = all.ConvertAll(l => all.Sum(k => order.Worth(k, l, codes) * first[k]));
        var kappa = Coefficient(
            kappaChance, (k, l) => facing[k] + facingSecond[l] - (2 * kappaChance));

        var scale = order.WorthOfAll(codes) / (codes * (codes - 1.0));
        var acChance = scale * mean.Sum(share => share * (1 - share));
        var ac = Coefficient(
            acChance, (k, l) => 2 * ((scale * (1 - ((mean[k] + mean[l]) / 2))) - acChance));
        return new Known(
            cases,
            new Estimate.Known(agreement, Wilson.WeightedInterval(Math.Min(agreement, 1) * n, n, z)), kappa, ac,
            Coefficient(order.WorthOfAll(codes) / (codes * (double)codes), (_, _) => 0));

        Estimate Coefficient(double chance, Func<int, int, double> pull) => ChanceCorrected.Of(
            agreement, chance,
            [
                .. pairs.Where(pair => pair.Cases > 0).Select(pair => new AgreementPull(
                    pair.Cases, pair.Worth - agreement, pull(pair.K, pair.L))),
            ],
            n * n, z);
    }

    public T Match<T>(Func<Known, T> known, Func<NoCases, T> noCases)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(noCases);
        return this switch
        {
            Known agreement => known(agreement),
            NoCases none => noCases(none),
            _ => throw new InvalidOperationException("Agreement is known, or there are no cases."),
        };
    }
}
