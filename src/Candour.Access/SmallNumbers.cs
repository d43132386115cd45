namespace Candour.Access;

/// <summary>
/// The floor inside: how small a group of people a scoped viewer may be shown. A count is small when it is above zero and
/// below the floor. Zero is shown: it is about nobody.
/// </summary>
public static class SmallNumbers
{
    /// <summary>The smallest group that is shown to viewers who do not see the whole.</summary>
    public const long Floor = 5;

    /// <summary>Above zero and below the floor.</summary>
    public static bool IsSmall(long people) => people is > 0 and < Floor;

    /// <summary>Whether any of the counts, or what two of them leave between them, is small.</summary>
    /// <param name="parts">The counts a figure is made of, such as the part and the rest of a share.</param>
    public static bool AnySmall(IReadOnlyList<long> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Any(IsSmall);
    }

    /// <summary>Whether what is left of the whole beside the part is small, count by count.</summary>
    public static bool LeavesSmall(IReadOnlyList<long> whole, IReadOnlyList<long> part)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(part);
        return whole.Zip(part).Any(pair => IsSmall(pair.First - pair.Second));
    }
}
