namespace Candour.Statistics;

/// <summary>How far a difference between two groups could move if the cases without a group belonged to them.</summary>
public abstract record MissingGroup
{
    private MissingGroup()
    {
    }

    /// <summary>The difference and its bounds. They are no confidence interval: they hold whatever the missing are, and
    /// say nothing about chance.</summary>
    /// <param name="Difference">Of the cases with a group, from −1 to 1.</param>
    /// <param name="Bounds">The least and the greatest difference that any sharing out of the others gives; it
    /// contains the difference.</param>
    public sealed record Known(double Difference, Interval Bounds) : MissingGroup
    {
        /// <summary>Whether the group that is ahead could be behind.</summary>
        public bool SignCouldChange => (Difference > 0 && Bounds.Lower < 0) || (Difference < 0 && Bounds.Upper > 0);
    }

    /// <summary>A group has no case, so there is no difference to move.</summary>
    public sealed record EmptyGroup : MissingGroup;

    /// <summary>
    /// The difference p₁ − p₂ is greatest when every missing case with the property belongs to the first group and every
    /// one without it to the second,
    /// <code>(x₁ + x)/(n₁ + x) − x₂/(n₂ + n − x)</code>
    /// and least the other way round. Each case may also belong to neither group; that moves the difference less.
    /// </summary>
    /// <param name="one">The group that is compared.</param>
    /// <param name="other">The group it is compared with.</param>
    /// <param name="missing">The cases whose group is not recorded.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static MissingGroup Of(ShareCount one, ShareCount other, ShareCount missing)
    {
        one.RefuseUnlessShare(nameof(one));
        other.RefuseUnlessShare(nameof(other));
        missing.RefuseUnlessShare(nameof(missing));
        if (one.Denominator == 0 || other.Denominator == 0)
        {
            return new EmptyGroup();
        }

        return new Known(
            one.Share - other.Share, new Interval(-Greatest(other, one, missing), Greatest(one, other, missing)));
    }

    public T Match<T>(Func<Known, T> known, Func<EmptyGroup, T> emptyGroup)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(emptyGroup);
        return this switch
        {
            Known bounds => known(bounds),
            EmptyGroup empty => emptyGroup(empty),
            _ => throw new InvalidOperationException("Bounds are known, or a group is empty."),
        };
    }

    private static double Greatest(ShareCount one, ShareCount other, ShareCount missing) =>
        new ShareCount(one.Numerator + missing.Numerator, one.Denominator + missing.Numerator).Share
        - new ShareCount(other.Numerator, other.Denominator + missing.Rest).Share;
}
