namespace Candour.Readings;

/// <summary>What kind of number a figure is, which decides how it is written.</summary>
public enum FigureKind
{
    /// <summary>Whole things counted; negative when corrections exceed what they correct.</summary>
    Count,

    /// <summary>A share from 0 to 1, written as a percentage.</summary>
    Share,

    /// <summary>A length of time in days.</summary>
    Days,
}
