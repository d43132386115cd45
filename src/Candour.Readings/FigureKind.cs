namespace Candour.Readings;

/// <summary>What kind of number a figure is, which decides how it is written.</summary>
public enum FigureKind
{
    /// <summary>Whole things counted; negative when corrections exceed what they correct.</summary>
    Count,

    /// <summary>How much of something that is not counted one by one: pounds, days lost.</summary>
    Amount,

    /// <summary>A quotient of two units: so many per 1,000 women, so many per suspect.</summary>
    Rate,

    /// <summary>A difference of two shares, from −1 to 1, written in percentage points.</summary>
    Difference,

    /// <summary>A share from 0 to 1, written as a percentage.</summary>
    Share,

    /// <summary>A length of time in days.</summary>
    Days,
}
