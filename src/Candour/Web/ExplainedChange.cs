using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Areas;
using Candour.Readings.Changes;
using Candour.Readings.Charts;
using Candour.Readings.Figures;
using Candour.Readings.OpenCases;
using Candour.Readings.Recording;

namespace Candour.Web;

/// <summary>
/// What could explain a change between two periods. Groups and waits tell of few cases, so they are for whoever sees the whole of the
/// dataset; the two figures themselves are for everybody, as their viewer may see them.
/// </summary>
/// <param name="Before">At the earlier time.</param>
/// <param name="After">At the later time.</param>
/// <param name="Field">By which groups are made; absent where the measure has no groups.</param>
/// <param name="Change">The change taken apart; absent where it cannot be.</param>
/// <param name="WhyNot">Why it was not taken apart; empty when it was.</param>
/// <param name="Causes">What the later count is made of; absent where it cannot be said.</param>
/// <param name="Backlog">Two waits compared, in a sentence; empty for what is no wait.</param>
public sealed record ExplainedChange(
    Reading Before, Reading After, Field? Field, Chart? Change, string WhyNot, Chart? Causes, string Backlog)
{
    public static ExplainedChange Of(ReadingRoom room, Reading before, Reading after, Field? field)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var none = new ExplainedChange(before, after, field, null, "", null, "");
        if (!room.Seen.SeesWhole(after.Question.Dataset))
        {
            return none with { WhyNot = PartOnly };
        }

        var causes = field is not null && MeasureCauses.Counts(after.Measure) ? CausesOf(room, after, field) : null;
        if (after.Measure.Formula is Formula.Days)
        {
            return none with
            {
                Backlog = MeasureWait.IsAsked(before) && MeasureWait.IsAsked(after)
                    ? BacklogReading.Of(MeasureWait.DurationsOf(before), MeasureWait.DurationsOf(after), MeasureWait.LevelOf(after)).Sentence : "",
                WhyNot = "Days are not added up, so their change is not taken apart into groups.",
            };
        }

        return after.Immature && after.Kind == FigureKind.Share
            ? none with { Causes = causes, WhyNot = StillSettling }
            : !MeasureAreas.IsShareOfCounts(after.Measure)
            ? none with { Causes = causes, WhyNot = "Only a share of counted cases can be taken apart into the number of cases, their mix, and like cases that end otherwise." }
            : field is null
                ? none with { WhyNot = "This measure is declared with no groups by which its change could be taken apart." }
                : MeasureChange.Of(room, before, after, field).Match(
                    change => none with { Change = Draw(room, change, before, after, field), Causes = causes },
                    refusal => none with { Causes = causes, WhyNot = refusal.Sentence });
    }

    public const string PartOnly =
        "Groups are shown to whoever sees the whole of the data: beside the figure of a part they could point to a few people.";

    public const string StillSettling =
        "The later period is still settling: many of its cases have no outcome yet. Taken apart it would seem that cases end otherwise, although "
        + "they are only still open. Choose a later period whose cases have had their time.";

    private static Chart Draw(ReadingRoom room, ChangeReading change, Reading before, Reading after, Field field) => change.Draw(
        "change",
        $"What the change is made of, by {field.Title.ToLowerInvariant()}",
        $"{Subject.Of(room, after)}, {after.Question.Area.Title}",
        FigureUnit.Of(after.Measure),
        field.Title,
        before.Question.Period.InWords(),
        after.Question.Period.InWords());

    private static Chart? CausesOf(ReadingRoom room, Reading after, Field field)
    {
        var causes = MeasureCauses.Of(room, after, field);
        return causes.Causes.Count == 0 ? null : causes.Draw(
            "causes",
            $"What is counted, by {field.Title.ToLowerInvariant()}, the most frequent first",
            $"{Subject.Of(room, after)}, {after.Question.Area.Title}, {after.Question.Period.InWords()}",
            $"Number of {after.Measure.Unit.Plural()}",
            field.Title);
    }
}
