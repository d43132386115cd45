using Candour.Statistics;

namespace Candour.Readings.Charts;

/// <summary>The rules of a control chart in words.</summary>
public static class CauseText
{
    /// <summary>Why a point stands out, as it can stand after "because it is": "outside the limits". Empty when it does
    /// not.</summary>
    public static string Of(SpecialCause cause) => cause switch
    {
        SpecialCause.Outside => "outside the limits",
        SpecialCause.Rising => "one of seven or more in a row, each above the one before",
        SpecialCause.Falling => "one of seven or more in a row, each below the one before",
        SpecialCause.TwoOfThree => "one of two, in three in a row, near a limit on the same side",
        SpecialCause.Shift => "one of seven or more in a row on the same side of the middle",
        SpecialCause.None => "",
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };
}
