namespace Candour.Readings.Disparities;

/// <summary>The verdict on one group in a few words, for its row of a table.</summary>
public static class DisparityWords
{
    public static string Of(GroupDifference group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Verdict switch
        {
            DisparityVerdict.Reference => "the group compared with",
            DisparityVerdict.TooFew => "too few cases",
            DisparityVerdict.CannotTell => "cannot be told from chance",
            DisparityVerdict.MissingCouldTurn => "more than chance, but missing records could turn it round",
            DisparityVerdict.Stands => "more than chance, whatever is missing",
            _ => throw new ArgumentOutOfRangeException(nameof(group)),
        };
    }
}
