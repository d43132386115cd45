using Candour.Access;
using Candour.Kernel;
using Candour.Readings.Seeing;
using Candour.Statistics;
using Candour.Web;

namespace Candour.Tests.Web;

/// <summary>What changed in an area is judged by control charts; nothing that is withheld, settling or a stock is judged.</summary>
public sealed class AreaSignalsTests(DemoWorkspace demo)
{
    [Fact]
    public void Only_what_stands_out_is_listed_and_no_cohort_of_unequal_age()
    {
        var dataset = demo.Room.Catalogue.Datasets["crimes"];
        var hierarchy = demo.Room.Catalogue.HierarchyOf(dataset);

        var signals = AreaSignals.Of(demo.Room, [dataset], hierarchy, hierarchy.Top);

        // Outcome subcodes came into use in the middle of the data, and an annotation says so: that is no change of the series.
        Assert.DoesNotContain(signals.StandOut, one => one.Latest.Measure.Title == "Share of outcomes with a subcode");
        Assert.InRange(signals.StandOut.Count, 1, signals.Judged - 1);
        Assert.True(signals.Judged <= signals.Asked);
        Assert.All(signals.StandOut, one =>
        {
            Assert.DoesNotContain(one.Signal.Variation, new[] { Variation.CommonCause, Variation.NotJudged });
            Assert.Equal(0, one.Latest.Basis.SettlesAfterMonths);
            Assert.IsType<Figure.Known>(one.Latest.Figure);
            Assert.Equal(1, one.Latest.Question.Period.Months);
        });
        Assert.StartsWith($"{signals.StandOut.Count} of {signals.Judged} measures", signals.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stood_out_and_was_gone_is_watched_for_coming_back()
    {
        var dataset = demo.Room.Catalogue.Datasets["crimes"];
        var hierarchy = demo.Room.Catalogue.HierarchyOf(dataset);

        var signals = AreaSignals.Of(demo.Room, [dataset], hierarchy, hierarchy["f33"]);

        Assert.NotEmpty(signals.Gone);
        Assert.All(signals.Gone, gone => Assert.All(gone.FoundAgain, month => Assert.InRange(month, gone.Closed + 1, signals.LastMonth)));
        Assert.Equal([6, 12], signals.Recurrence.Select(one => one.Months));
        Assert.Contains("closed issues", signals.Recurrence[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_with_withheld_points_is_not_judged()
    {
        var dataset = demo.Room.Catalogue.Datasets["crimes"];
        var hierarchy = demo.Room.Catalogue.HierarchyOf(dataset);
        var viewer = new Viewer(
            "f", "F", [new Assignment(Role.ForceAnalyst, "", hierarchy.Id, "f01", new DateOnly(2020, 1, 1), DateOnly.MaxValue)]);
        var room = demo.Room.SeenBy(viewer, new ShownToOne());

        var signals = AreaSignals.Of(room, [dataset], hierarchy, hierarchy["f01"]);

        Assert.True(signals.Judged < signals.Asked);
        Assert.All(signals.StandOut, one => Assert.Equal(3, one.Latest.Question.Period.Months));
        Assert.All(signals.StandOut, one => Assert.All(one.Line.Points, point => Assert.IsNotType<Figure.Suppressed>(point)));

        var judged = Candour.Readings.Signals.MeasureSignal.Of(
            room,
            room.Trend(room.Measures.Single(measure => measure.Id == "rape-charged-assigned"), signalsQuestion()),
            _ => "");
        Assert.Contains(judged.Points, point => point.Figure is Figure.Suppressed);
        Assert.Equal(Variation.NotJudged, judged.Variation);
        Assert.All(judged.Points, point => Assert.Equal(Candour.Readings.Signals.MeasureSignal.Withheld, point.GhostedBecause));

        Candour.Readings.Asking.Question signalsQuestion() => new(
            dataset, hierarchy, hierarchy["f01"], Candour.Readings.Asking.Resolving.WholeRange(dataset, room.Snapshot), []);
    }
}
