namespace Candour.Readings.Disparities;

/// <summary>What may be said of the difference between a group and the reference group.</summary>
public enum DisparityVerdict
{
    /// <summary>The group that others are compared with.</summary>
    Reference,

    /// <summary>It or the reference has too few cases to say anything.</summary>
    TooFew,

    /// <summary>Chance is enough, once it is counted how many groups the page compares.</summary>
    CannotTell,

    /// <summary>More than chance, but the cases without a group could turn it round.</summary>
    MissingCouldTurn,

    /// <summary>More than chance, and the cases without a group could not turn it round.</summary>
    Stands,
}
