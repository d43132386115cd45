namespace Candour.Readings.Signals;

/// <summary>Which control chart judges a series.</summary>
public enum ControlMethod
{
    /// <summary>Single values and the ranges between neighbours: days, counts, amounts, differences, weighted shares.</summary>
    Xmr,

    /// <summary>Shares that differ by no more than chance: limits follow the number of cases alone.</summary>
    P,

    /// <summary>Shares that differ by more than chance from period to period: Laney's p′.</summary>
    PPrime,

    /// <summary>Rates that differ by no more than chance.</summary>
    U,

    /// <summary>Rates that differ by more than chance from period to period: Laney's u′.</summary>
    UPrime,
}
