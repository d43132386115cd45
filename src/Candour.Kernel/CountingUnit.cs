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
    Report,
    Allegation,
    Charge,
    Consultation,
    Referral,
    Decision,
    Request,
    Application,
    Disclosure,
    Order,
    Letter,
    Duty,
    Document,
    Notice,
    Kit,
    File,
    Answer,
    Assessment,
    Response,
    Invitation,
    Task,
    Plan,
    Check,
    Action,
    Claim,
    Assertion,
    Risk,
    Recommendation,
    Certificate,
    Practice,
    Activity,
    Space,
    Meeting,
    Release,
    Unit,
    Person,
    Day,
    Hour,
    Pound,
    Estimate,
    Part,
    Pair,
    Breach,
}

/// <summary>Counting units in words.</summary>
public static class CountingUnits
{
    private static readonly Dictionary<CountingUnit, string> IrregularPlurals = new()
    {
        [CountingUnit.Activity] = "activities",
        [CountingUnit.Breach] = "breaches",
        [CountingUnit.Duty] = "duties",
        [CountingUnit.Person] = "people",
    };

    /// <summary>The unit as it is written in definitions and JSON: the plain singular noun.</summary>
    public static string Code(this CountingUnit unit) => Enum.IsDefined(unit)
        ? unit.ToString().ToLowerInvariant()
        : throw new ArgumentOutOfRangeException(nameof(unit));

    /// <summary>The plural for sentences: "crimes", "suspects", "people".</summary>
    public static string Plural(this CountingUnit unit) =>
        IrregularPlurals.TryGetValue(unit, out var plural) ? plural : unit.Code() + "s";

    public static IReadOnlyList<CountingUnit> All { get; } = Enum.GetValues<CountingUnit>();
}
