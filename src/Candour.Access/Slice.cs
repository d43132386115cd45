namespace Candour.Access;

/// <summary>A part of the rows: where, when and which. Two slices of one measure can be one inside the other, or apart.</summary>
/// <param name="Areas">Areas of the lowest level.</param>
/// <param name="FromMonth">The first month, counted from year 0.</param>
/// <param name="UntilMonth">The first month after it.</param>
/// <param name="Where">The codes of each conditioned field; a field that is not conditioned is left out.</param>
public sealed record Slice(
    IReadOnlySet<string> Areas, int FromMonth, int UntilMonth, IReadOnlyDictionary<string, IReadOnlySet<string>> Where)
{
    /// <summary>Whether every row of the other is a row of this one, whatever the rows are.</summary>
    public bool Holds(Slice other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return FromMonth <= other.FromMonth && other.UntilMonth <= UntilMonth
            && Where.All(own => other.Where.TryGetValue(own.Key, out var codes) && codes.IsSubsetOf(own.Value))
            && other.Areas.IsSubsetOf(Areas);
    }

    /// <summary>Whether no row can be in both.</summary>
    public bool IsApartFrom(Slice other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return UntilMonth <= other.FromMonth || other.UntilMonth <= FromMonth
            || Where.Any(own => other.Where.TryGetValue(own.Key, out var codes) && !codes.Overlaps(own.Value))
            || !Areas.Overlaps(other.Areas);
    }
}
