namespace Candour.Definitions;

/// <summary>What a test says of one row.</summary>
public enum Verdict : byte
{
    No,
    Yes,

    /// <summary>The row cannot say: what the test looks at is missing.</summary>
    Unknown,
}

/// <summary>Three-valued logic: what is not known stays not known until something settles it.</summary>
public static class Verdicts
{
    /// <summary>No settles it; else Unknown; else Yes.</summary>
    public static Verdict All(IEnumerable<Verdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        var all = Verdict.Yes;
        foreach (var verdict in verdicts)
        {
            if (verdict == Verdict.No)
            {
                return Verdict.No;
            }

            all = verdict == Verdict.Unknown ? Verdict.Unknown : all;
        }

        return all;
    }

    /// <summary>Yes settles it; else Unknown; else No.</summary>
    public static Verdict Any(IEnumerable<Verdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        var any = Verdict.No;
        foreach (var verdict in verdicts)
        {
            if (verdict == Verdict.Yes)
            {
                return Verdict.Yes;
            }

            any = verdict == Verdict.Unknown ? Verdict.Unknown : any;
        }

        return any;
    }

    /// <summary>A plain answer as a verdict.</summary>
    public static Verdict Of(bool holds) => holds ? Verdict.Yes : Verdict.No;
}
