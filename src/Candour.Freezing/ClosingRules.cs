using System.Globalization;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Closings;

namespace Candour.Freezing;

/// <summary>The dataset has no reporting calendar.</summary>
public sealed record NotClosedHere(string Dataset) : Refusal(
    $"The dataset '{Dataset}' has no reporting calendar: its definition says by which periods it is closed ('reporting').");

/// <summary>The text is no period of the calendar.</summary>
public sealed record NotOfTheCalendar(string Dataset, string Said, Period Example) : Refusal(
    $"'{Said}' is not a period by which '{Dataset}' is closed: its periods are written like {Example}.");

/// <summary>The period has not ended.</summary>
public sealed record PeriodIsNotOver(Period Period) : Refusal(
    $"{Period.InWords()} is not over: its data are looked at from {Period.End:yyyy-MM-dd} on.");

/// <summary>Some areas have not said anything.</summary>
public sealed record AreasHaveNotAgreed(IReadOnlyList<string> Areas, DateOnly Until) : Refusal(string.Create(
    CultureInfo.InvariantCulture,
    $"{Areas.Count} area(s) have neither agreed their data nor declared nil ({string.Join(", ", Areas.Take(3))}{(Areas.Count > 3 ? ", …" : "")}): ask them. After {Until:yyyy-MM-dd} they lapse."));

/// <summary>Some adjustments are undecided.</summary>
public sealed record AdjustmentsStillOpen(int Count, DateOnly Until) : Refusal(string.Create(
    CultureInfo.InvariantCulture,
    $"{Count} adjustment(s) are neither accepted nor declined: have them decided. After {Until:yyyy-MM-dd} they lapse."));

/// <summary>The freeze date has not come.</summary>
public sealed record FreezeDateNotReached(DateOnly Date) : Refusal(
    $"The freeze date is {Date:yyyy-MM-dd}: until then the areas can still agree or ask for adjustments.");

/// <summary>What would be frozen is not what is in force.</summary>
public sealed record SnapshotIsBehind(ContentHash Snapshot) : Refusal(
    $"The current snapshot {Snapshot.Abbreviated} is not made of what is in force of this dataset now, so nothing was frozen: run 'candour snapshot' and "
    + "'candour compute', and let the areas see the figures.");

/// <summary>The areas are not being asked.</summary>
public sealed record NotWithTheAreas(Period Period, ClosingState State) : Refusal(
    $"{Period.InWords()} is {ClosingMachine.Word(State)}: areas agree their data, or declare nil, while it is validating.");

/// <summary>Nobody may ask for an adjustment now.</summary>
public sealed record NoAdjustmentNow(Period Period, ClosingState State) : Refusal(
    $"{Period.InWords()} is {ClosingMachine.Word(State)}: an adjustment is asked for while it is validating, or after it was frozen.");

/// <summary>The area has rows.</summary>
public sealed record RowsContradictNil(string Area, long Rows) : Refusal(string.Create(
    CultureInfo.InvariantCulture, $"{Area} has {Rows} row(s) in this period, so it cannot declare that there were none: agree them, or ask for an adjustment."));

/// <summary>The area has nothing to agree.</summary>
public sealed record NothingToAgree(string Area) : Refusal(
    $"{Area} has no row in this period, which is not taken for a zero: submit its data, or declare that there were none.");

/// <summary>The area is not one of those that agree.</summary>
public sealed record NotAnAreaThatAgrees(string Dataset) : Refusal(
    $"That is not an area that agrees the data of '{Dataset}', or not one of yours: choose one from the page of the period.");

/// <summary>What must be true for each step of closing a period. Pure: the day and the facts are passed in.</summary>
public static class ClosingRules
{
    /// <summary>The calendar of a dataset; refuses one that is not closed.</summary>
    public static Result<Reporting> CalendarOf(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.Reporting is { } reporting ? reporting : new NotClosedHere(dataset.Id);
    }

    /// <summary>A period of the calendar of a dataset, as it is written.</summary>
    public static Result<Period> PeriodOf(Dataset dataset, string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return CalendarOf(dataset).Then<Period>(calendar => Period.TryParse(written, out var period) && calendar.Has(period)
            ? period
            : new NotOfTheCalendar(dataset.Id, written.Length <= 40 ? written : written[..40] + "…", calendar.PeriodOf(new DateOnly(2025, 4, 1))));
    }

    /// <summary>Areas look at their data when the period is over.</summary>
    public static Refusal? MayValidate(Period period, DateOnly today) => today < period.End ? new PeriodIsNotOver(period) : null;

    /// <summary>
    /// All have agreed when each area has done its part and nothing is undecided. When its day has passed, an area without an
    /// answer lapses: that is what <see cref="Lapsing"/> gives.
    /// </summary>
    public static Refusal? MayAgree(IReadOnlyList<(Area Area, AreaStanding Standing)> areas, int undecided, Deadlines due, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(due);
        var waiting = areas.Where(one => !AreaStandings.IsDone(one.Standing)).Select(one => one.Area.Title).ToList();
        return HaveLapsed(due, today) ? null
            : undecided > 0 ? new AdjustmentsStillOpen(undecided, due.Agree)
            : waiting.Count > 0 ? new AreasHaveNotAgreed(waiting, due.Agree)
            : null;
    }

    /// <summary>The day by which areas answer, and adjustments are decided, has passed.</summary>
    public static bool HaveLapsed(Deadlines due, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(due);
        return today > due.Agree;
    }

    /// <summary>The areas whose day passes without an answer that still holds.</summary>
    public static IEnumerable<Area> Lapsing(IEnumerable<(Area Area, AreaStanding Standing)> areas) =>
        areas.Where(one => !AreaStandings.IsDone(one.Standing)).Select(one => one.Area);

    /// <summary>Frozen on the freeze date or later, from the current snapshot, which is made of what is in force.</summary>
    public static Refusal? MayFreeze(ContentHash snapshot, ContentHash inForce, string current, Deadlines due, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(due);
        return today < due.Freeze ? new FreezeDateNotReached(due.Freeze)
            : snapshot != inForce || snapshot.Hex != current ? new SnapshotIsBehind(snapshot)
            : null;
    }

    /// <summary>What an area may say while it is asked.</summary>
    public static Refusal? MaySay(AreaWord word, AreaRows rows, ClosingFacts facts)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Closing.State != ClosingState.Validating ? new NotWithTheAreas(facts.Closing.Period, facts.Closing.State)
            : word == AreaWord.Nil && rows.Rows > 0 ? new RowsContradictNil(rows.Area.Title, rows.Rows)
            : word == AreaWord.Agreed && rows.Rows == 0 ? new NothingToAgree(rows.Area.Title)
            : null;
    }

    /// <summary>When an adjustment may be asked for.</summary>
    public static Refusal? MayAsk(ClosingFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Closing.State == ClosingState.Validating || ClosingMachine.IsFrozen(facts.Closing.State)
            ? null
            : new NoAdjustmentNow(facts.Closing.Period, facts.Closing.State);
    }
}
