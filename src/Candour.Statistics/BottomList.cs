namespace Candour.Statistics;

/// <summary>An area and the list of the k lowest shares.</summary>
/// <param name="Area">Its position in the list that was given.</param>
/// <param name="Listed">Whether fewer than k areas have a lower share as counted.</param>
/// <param name="Chance">In which share of the draws it was among the k lowest, from 0 to 1.</param>
public sealed record ListedArea(int Area, bool Listed, double Chance);

/// <summary>
/// How stable a list of "the k lowest" is. Every area's share is drawn anew from what its cases allow,
/// <code>p ~ Beta(x + ½, n − x + ½)</code>
/// many times, and each time the k lowest are listed (Marshall and Spiegelhalter, "Reliability of league tables of in
/// vitro fertilisation clinics", British Medical Journal 316, 1998, 1701-1705, where ranks are simulated so). A list
/// that chance would fill otherwise is no reason to call an area the worst. For "the k highest", give the shares of
/// those without.
/// </summary>
public abstract record BottomList
{
    /// <summary>An area listed in this share of draws or more is surely listed; in less than the rest, surely not.
    /// </summary>
    public const double Sure = 0.95;

    private BottomList()
    {
    }

    /// <summary>The list was drawn.</summary>
    /// <param name="Length">k.</param>
    /// <param name="Seed">With which it is drawn again exactly.</param>
    /// <param name="Draws">How often.</param>
    /// <param name="Areas">Those with cases, in the order given.</param>
    /// <param name="SameList">The share of draws whose list is the counted one.</param>
    public sealed record Known(int Length, long Seed, int Draws, IReadOnlyList<ListedArea> Areas, double SameList)
        : BottomList
    {
        /// <summary>Positions of the areas that chance would hardly take off the list.</summary>
        public IReadOnlyList<int> SurelyListed =>
            [.. Areas.Where(area => area.Chance >= Sure).Select(area => area.Area)];

        /// <summary>Positions of the areas that may or may not belong on it.</summary>
        public IReadOnlyList<int> Undecided =>
            [.. Areas.Where(area => area.Chance is > 1 - Sure and < Sure).Select(area => area.Area)];
    }

    /// <summary>No more areas have cases than the list is long.</summary>
    public sealed record EveryAreaListed(int Areas) : BottomList;

    /// <summary>The stability of the list of the <paramref name="length"/> lowest shares.</summary>
    /// <param name="areas">Those without cases are not listed.</param>
    /// <param name="length">At least 1.</param>
    /// <param name="seed">Any; kept with the result.</param>
    /// <param name="draws">At least 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static BottomList Of(IReadOnlyList<ShareCount> areas, int length, long seed, int draws = 2000)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 100);
        foreach (var area in areas)
        {
            area.RefuseUnlessShare(nameof(areas));
        }

        var counted = Enumerable.Range(0, areas.Count).Where(i => areas[i].Denominator > 0).ToList();
        if (counted.Count <= length)
        {
            return new EveryAreaListed(counted.Count);
        }

        var listed = counted.ConvertAll(
            area => counted.Count(other => Lower(areas[other], areas[area])) < length);
        var random = new SeededDraws(unchecked((ulong)seed));
        var (times, same) = (new int[counted.Count], 0);
        var shares = new double[counted.Count];
        var order = new int[counted.Count];
        for (var draw = 0; draw < draws; draw++)
        {
            for (var i = 0; i < counted.Count; i++)
            {
                shares[i] = random.Beta(areas[counted[i]].Numerator + 0.5, areas[counted[i]].Rest + 0.5);
                order[i] = i;
            }

            Array.Sort(shares, order);
            var asCounted = true;
            for (var i = 0; i < length; i++)
            {
                times[order[i]]++;
                asCounted &= listed[order[i]];
            }

            same += asCounted ? 1 : 0;
        }

        return new Known(
            length, seed, draws,
            [.. counted.Select((area, i) => new ListedArea(area, listed[i], (double)times[i] / draws))],
            (double)same / draws);
    }

    public T Match<T>(Func<Known, T> known, Func<EveryAreaListed, T> everyAreaListed)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(everyAreaListed);
        return this switch
        {
            Known list => known(list),
            EveryAreaListed every => everyAreaListed(every),
            _ => throw new InvalidOperationException("A list is known, or of every area."),
        };
    }

    private static bool Lower(ShareCount one, ShareCount other) =>
        (Int128)one.Numerator * other.Denominator < (Int128)other.Numerator * one.Denominator;
}
