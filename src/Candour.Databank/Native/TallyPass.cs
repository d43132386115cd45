namespace Candour.Databank.Native;

/// <summary>
/// The pass of a plan whose selections know few kinds of rows, as a slice of one measure: a row only makes one tally of its
/// kind and cell greater, and what each counter has is added up from the tallies of an area at its end.
/// </summary>
internal sealed class TallyPass : AreaPass
{
    /// <summary>More tallies of one breakdown do not stay in a near cache.</summary>
    private const long TalliesAtMost = 1L << 18;

    /// <summary>More kinds would make a table of their words that does not stay there either.</summary>
    private const int KindsAtMost = 4096;

    private readonly JoinedClasses kinds;
    private readonly List<BasisTallies> tallies;
    private readonly byte[] verdicts = new byte[VerdictSource.RowsAtOnce];
    private readonly ushort[] numbers = new ushort[VerdictSource.RowsAtOnce];

    public TallyPass(BoundPlan plan, JoinedClasses kinds)
    {
        this.kinds = kinds;
        tallies = [.. plan.Bases.Select(basis => new BasisTallies(basis, kinds, plan))];
    }

    /// <summary>The kinds of rows that a plan tells apart; none where it has too many, or weighs rows.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="evenFewRows">Whether tallies are made even where there are more of them than rows.</param>
    public static JoinedClasses? Kinds(BoundPlan plan, bool evenFewRows)
    {
        if (plan.Bases.Any(basis => basis.Weighed.Count > 0) || plan.Kinds(KindsAtMost) is not { } kinds)
        {
            return null;
        }

        var own = plan.Bases.SelectMany(basis => basis.Counted.Select(at => (long)kinds.Count * BreakdownTallies.CellsOf(basis.Breakdowns[at], plan))).ToList();
        var areas = plan.Columns.Starts.Count - 1;
        return own.Any(one => one > TalliesAtMost) || (!evenFewRows && own.Sum() * areas > plan.Columns.Count) ? null : kinds;
    }

    public override IReadOnlyList<AreaCounts> Run(int first, int end)
    {
        foreach (var one in tallies)
        {
            one.Rows.Begin(first, end);
        }

        for (var start = first; start < end; start += VerdictSource.RowsAtOnce)
        {
            var own = numbers.AsSpan(0, Math.Min(VerdictSource.RowsAtOnce, end - start));
            kinds.Fill(start, verdicts, own);
            foreach (var one in tallies)
            {
                one.Add(start, own);
            }
        }

        return [.. tallies.Select(one => one.Finish())];
    }
}
