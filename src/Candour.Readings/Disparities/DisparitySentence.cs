namespace Candour.Readings.Disparities;

/// <summary>What a comparison of groups says, and what it does not: no cause, and nobody's fault.</summary>
internal static class DisparitySentence
{
    public static string Of(DisparityReading reading)
    {
        var compared = reading.Groups.Count(group => group.Verdict is not (DisparityVerdict.Reference or DisparityVerdict.TooFew));
        return string.Join(' ', new[]
        {
            compared == 0
                ? $"Not enough data: no group beside {reading.Reference.Name} has {reading.Floor} cases."
                : Verdicts(reading, compared),
            Unknown(reading),
            "A difference says nothing about its cause.",
        }.Where(text => text.Length > 0));
    }

    private static string Verdicts(DisparityReading reading, int compared)
    {
        var stands = reading.Groups.Count(group => group.Verdict == DisparityVerdict.Stands);
        var turns = reading.Groups.Count(group => group.Verdict == DisparityVerdict.MissingCouldTurn);
        return $"Compared with {reading.Reference.Name} ({NumberText.Count(reading.Reference.Count.Denominator)} cases, the largest group), "
            + (stands + turns == 0
                ? $"none of {Groups(compared)} can be told from chance"
                : $"{stands + turns} of {Groups(compared)} {(stands + turns == 1 ? "differs" : "differ")} by more than chance")
            + $", corrected for the {NumberText.Count(reading.Family)} {(reading.Family == 1 ? "comparison" : "comparisons")} {reading.Where}."
            + (turns > 0
                ? $" Missing records could turn {(turns == stands + turns && turns == 1 ? "it" : $"{turns} of them")} round."
                : "");
    }

    private static string Unknown(DisparityReading reading)
    {
        var known = reading.Groups.Sum(group => group.Count.Denominator);
        return reading.Unknown.Denominator == 0
            ? "Every case has its group recorded."
            : $"{NumberText.Count(reading.Unknown.Denominator)} of {NumberText.Count(known + reading.Unknown.Denominator)} cases "
                + $"({NumberText.Share((double)reading.Unknown.Denominator / (known + reading.Unknown.Denominator))}) have no group recorded; "
                + "the bounds say how far they could move each difference.";
    }

    private static string Groups(int count) => count == 1 ? "1 other group" : $"{count} other groups";
}
