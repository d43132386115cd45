namespace Candour.Kernel;

/// <summary>
/// What one counted thing is. Two counts of different units are never divided into a share: a share of
/// <i>suspects</i> among <i>crimes</i> is not a share of anything.
/// </summary>
public enum CountingUnit
{
    Crime,
    Victim,
    Suspect,
    Defendant,
    Case,
    Prosecution,
    Hearing,
}

/// <summary>Counting units in words.</summary>
public static class CountingUnits
{
    /// <summary>The unit as it is written in definitions and JSON.</summary>
    public static string Code(this CountingUnit unit) => unit switch
    {
        CountingUnit.Crime => "crime",
        CountingUnit.Victim => "victim",
        CountingUnit.Suspect => "suspect",
        CountingUnit.Defendant => "defendant",
        CountingUnit.Case => "case",
        CountingUnit.Prosecution => "prosecution",
        CountingUnit.Hearing => "hearing",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    /// <summary>The plural for sentences: "crimes", "suspects".</summary>
    public static string Plural(this CountingUnit unit) => unit.Code() + "s";

    public static IReadOnlyList<CountingUnit> All { get; } = Enum.GetValues<CountingUnit>();
}
