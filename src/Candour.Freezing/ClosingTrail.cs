using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Auditing;
using Candour.Store.Closings;

namespace Candour.Freezing;

/// <summary>One line of what happened to a reporting period.</summary>
/// <param name="At">When; of a lapse, the day on which it was recorded.</param>
/// <param name="What">What happened.</param>
/// <param name="Area">Where; empty for the whole.</param>
/// <param name="Who">Who did it.</param>
/// <param name="About">What it was about.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record TrailLine(DateTimeOffset At, string What, string Area, string Who, string About, string Reason);

/// <summary>Everything that happened to a period, in order: answers, adjustments with their decisions, moves and restatements.</summary>
public static class ClosingTrail
{
    public static IReadOnlyList<TrailLine> Of(OperationalStore store, Dataset dataset, Period period)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(dataset);
        var subject = PeriodClose.Subject(dataset, period);
        var moves = Enum.GetValues<ClosingMove>().Where(move => move is not ClosingMove.Restate)
            .SelectMany(move => store.Audit(new AuditFilter(DateTimeOffset.MinValue, "", Word(move))))
            .Where(record => record.Entry.Subject == subject)
            .Select(record => new TrailLine(record.Entry.At, $"period: {record.Entry.Act}", "", record.Entry.Who, "", record.Entry.Reason));
        var answers = store.AnswersOf(dataset.Id, period).Select(answer => new TrailLine(
            answer.At, $"area: {Word(answer.Word)}", answer.Area, answer.Who,
            answer.Content.Length > 0 ? $"rows {answer.Content[..12]}" : "no rows", answer.Reason));
        var adjustments = store.AdjustmentsOf(dataset.Id, period).SelectMany(one => Lines(store, one));
        var refused = store.Audit(new AuditFilter(DateTimeOffset.MinValue, "", Adjusting.OwnDecision))
            .Where(record => record.Entry.Subject.StartsWith(subject + " ", StringComparison.Ordinal))
            .Select(record => new TrailLine(
                record.Entry.At, $"adjustment: {record.Entry.Act}", record.Entry.Scope, record.Entry.Who,
                store.AdjustmentOf(record.Entry.Subject[(subject.Length + 1)..]).Match(About, _ => ""), record.Entry.Reason));
        var freezes = store.Freezes().Where(one => one.Dataset == dataset.Id && one.Period == period).Select(one => new TrailLine(
            one.At, one.Ordinal == 1 ? "frozen" : string.Create(CultureInfo.InvariantCulture, $"restated ({one.Ordinal - 1})"), "",
            one.ApprovedBy.Length > 0 ? $"{one.Who}; second person {one.ApprovedBy}" : one.Who, $"snapshot {one.Snapshot.Abbreviated}", one.Reason));
        return [.. moves.Concat(answers).Concat(adjustments).Concat(refused).Concat(freezes).OrderBy(line => line.At).ThenBy(line => line.What, StringComparer.Ordinal)];
    }

    /// <summary>What an adjustment is about, without anything that a row says: whoever may read submissions may not read rows.</summary>
    public static string About(Adjustment adjustment)
    {
        ArgumentNullException.ThrowIfNull(adjustment);
        return adjustment.Kind == AdjustmentKind.Late
            ? $"rows {adjustment.Was[..12]} to {adjustment.Becomes[..12]}, snapshot {adjustment.Before[..12]} to {adjustment.After[..12]}"
            : $"the field {adjustment.Field} of one row";
    }

    private static IEnumerable<TrailLine> Lines(OperationalStore store, Adjustment one)
    {
        var effects = store.EffectsOf(one.Id).Count;
        yield return new TrailLine(
            one.AskedAt, one.Kind == AdjustmentKind.Late ? "late rows recorded" : "adjustment asked for", one.Area, one.AskedBy,
            string.Create(CultureInfo.InvariantCulture, $"{About(one)}; figures moved: {effects}; evidence: {one.Evidence}"), one.Reason);
        if (one.State != AdjustmentState.Asked)
        {
            yield return new TrailLine(
                one.DecidedAt, $"adjustment {Word(one.State)}", one.Area, one.DecidedBy, About(one), one.Decision);
        }
    }

    private static string Word<T>(T word)
        where T : struct, Enum => word.ToString().ToLowerInvariant();
}
