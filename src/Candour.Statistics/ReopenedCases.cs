namespace Candour.Statistics;

/// <summary>What happened to one case, in days after its start.</summary>
/// <param name="Decided">The days on which it was decided, in order; empty while it is open.</param>
/// <param name="Reopened">The days on which it was opened again, in order; each after a decision.</param>
/// <param name="LastDay">The day on which the extract was taken.</param>
/// <param name="Outcome">Of the latest decision; above 0. Counts only for a case that is decided at the end.</param>
public sealed record CaseHistory(IReadOnlyList<int> Decided, IReadOnlyList<int> Reopened, int LastDay, int Outcome = 1);

/// <summary>
/// Durations of cases of which some were opened again. A case that was reopened is open until its latest decision: taking its first
/// decision would make a force quick that decides early and must look again. How many were reopened stands beside the wait, because
/// the wait alone does not show it.
/// </summary>
/// <param name="Durations">To the latest decision; open cases to the extract.</param>
/// <param name="Outcomes">The same cases by the outcome of their latest decision; 0 for open ones.</param>
/// <param name="Reopened">Cases reopened at least once, of all cases ever decided.</param>
/// <param name="Reopenings">How often cases were reopened in all.</param>
/// <param name="FirstDecisions">The durations that the first decisions would have given, to be shown only beside the others.</param>
/// <param name="Contradictory">Positions of histories that cannot have happened: a day before the start or after the extract, days out of
/// order, a reopening without a decision before it. They are faults of the data and are in none of the counts.</param>
public sealed record ReopenedCases(
    DayHistogram Durations,
    IReadOnlyList<OutcomeCount> Outcomes,
    ShareCount Reopened,
    long Reopenings,
    DayHistogram FirstDecisions,
    IReadOnlyList<int> Contradictory)
{
    /// <summary>Counts histories.</summary>
    /// <param name="cases">In any order; may be empty.</param>
    public static ReopenedCases Of(IReadOnlyList<CaseHistory> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var faulty = Enumerable.Range(0, cases.Count).Where(i => !IsPossible(cases[i])).ToArray();
        var sound = cases.Where((_, i) => Array.BinarySearch(faulty, i) < 0).ToArray();
        return new ReopenedCases(
            DayHistogram.Of(sound.Select(one => IsDecided(one) ? new DayCount(one.Decided[^1], 1, 0) : new DayCount(one.LastDay, 0, 1))),
            [.. sound.Select(one => IsDecided(one) ? new OutcomeCount(one.Decided[^1], one.Outcome, 1) : new OutcomeCount(one.LastDay, 0, 1))],
            new ShareCount(sound.Count(one => one.Reopened.Count > 0), sound.Count(one => one.Decided.Count > 0)),
            sound.Sum(one => (long)one.Reopened.Count),
            DayHistogram.Of(sound.Select(one => one.Decided.Count > 0 ? new DayCount(one.Decided[0], 1, 0) : new DayCount(one.LastDay, 0, 1))),
            faulty);
    }

    /// <summary>Decided once more often than reopened.</summary>
    private static bool IsDecided(CaseHistory one) => one.Decided.Count > one.Reopened.Count;

    /// <summary>Decisions and reopenings alternate, beginning with a decision, and lie between the start and the extract.</summary>
    private static bool IsPossible(CaseHistory one)
    {
        if (one.LastDay < 0 || (one.Decided.Count - one.Reopened.Count) is not (0 or 1) || (IsDecided(one) && one.Outcome < 1))
        {
            return false;
        }

        var before = 0;
        for (var i = 0; i < one.Decided.Count; i++)
        {
            if (one.Decided[i] < before || one.Decided[i] > one.LastDay)
            {
                return false;
            }

            before = one.Decided[i];
            if (i < one.Reopened.Count)
            {
                if (one.Reopened[i] < before || one.Reopened[i] > one.LastDay)
                {
                    return false;
                }

                before = one.Reopened[i];
            }
        }

        return true;
    }
}
