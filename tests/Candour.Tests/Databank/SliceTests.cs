using Candour.Databank.States;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Tests.Databank;

/// <summary>A slice over encoded columns says what the rows say when each is decided one by one.</summary>
public sealed class SliceTests(DemoWorkspace demo)
{
    [Theory]
    [InlineData("crimes")]
    [InlineData("suspects")]
    [InlineData("crime-outcomes")]
    public void Two_conditions_at_once_give_what_the_rows_give(string id)
    {
        var (room, dataset) = (demo.Room, demo.Room.Catalogue.Datasets[id]);
        var all = room.Snapshot.PeriodsOf(id);
        var period = Period.Between(all[0], all[^1]);
        var areas = room.Snapshot.Rows(dataset).Covered.Select(one => one.Area).Distinct().Order(StringComparer.Ordinal).ToList();
        var (compared, counted) = (0, 0L);
        foreach (var measure in room.Catalogue.Measures.Values.Where(one => one.Datasets.Contains(id) && room.Snapshot.HasCells(one, dataset)
            && one.Formula is not Formula.Count { Distinct.Length: > 0 }))
        {
            foreach (var where in Slices(measure, dataset))
            {
                var slice = room.Snapshot.Sum(measure, dataset, areas, period, where);
                var rows = room.Snapshot.Rows(dataset).Table(measure, where)
                    .Sum(areas, period, dataset.Months, "", [""], dataset.BasisNamed(measure.Basis)!.OverTime);
                Assert.Equal(rows.State with { Days = [] }, slice.State with { Days = [] });
                Assert.Equal(rows.State.Days, slice.State.Days);
                Assert.Equal((rows.Covered, rows.Periods, rows.Gaps.Count, rows.Partial.Count), (slice.Covered, slice.Periods, slice.Gaps.Count, slice.Partial.Count));
                compared++;
                counted += slice.State.Rows;
            }
        }

        Assert.True(compared > 1, $"{compared} slices of {id} were compared.");
        Assert.True(counted > 0, $"Every slice of {id} was empty.");
    }

    /// <summary>Endings compete, so that their days are cells of the snapshot; rows say the same.</summary>
    [Fact]
    public void Each_ending_is_a_cell_and_gives_what_the_rows_give()
    {
        var (room, dataset) = (demo.Room, demo.Room.Catalogue.Datasets["crimes"]);
        var measure = room.Catalogue.Measures["days-report-to-decision-median"];
        var field = ((Formula.Days)measure.Formula).EndsBy;
        var all = room.Snapshot.PeriodsOf("crimes");
        var period = Period.Between(all[^8], all[^3]);
        var areas = room.Snapshot.Rows(dataset).Covered.Select(one => one.Area).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Contains(room.Snapshot.TableOf(measure, dataset, field).Cells, cell => cell.Key.Field == field && cell.Value.Days.Count > 0);
        var (whole, ended) = (room.Snapshot.Sum(measure, dataset, areas, period, []), 0L);
        foreach (var code in room.Catalogue.CodesOf(dataset, field).Codes)
        {
            Narrowing[] where = [new(field, [code.Id])];
            var cells = room.Snapshot.Sum(measure, dataset, areas, period, where);
            var rows = room.Snapshot.Rows(dataset).Table(measure, where).Sum(areas, period, dataset.Months, "", [""]);
            Assert.Equal(rows.State with { Days = [] }, cells.State with { Days = [] });
            Assert.Equal(rows.State.Days, cells.State.Days);
            ended += cells.State.Numerator;
        }

        Assert.True(ended > 100, $"{ended} endings were met.");
        Assert.True(ended <= whole.State.Numerator);
    }

    /// <summary>Different identifiers in any areas and periods together, which no cell keeps.</summary>
    [Fact]
    public void Different_identifiers_are_those_of_the_rows()
    {
        var room = demo.Room;
        var compared = 0;
        foreach (var (measure, dataset) in room.Catalogue.Measures.Values.Where(one => one.Formula is Formula.Count { Distinct.Length: > 0 })
            .SelectMany(measure => measure.Datasets.Where(room.Snapshot.Has).Select(id => (measure, room.Catalogue.Datasets[id]))))
        {
            var identifier = ((Formula.Count)measure.Formula).Distinct;
            var all = room.Snapshot.PeriodsOf(dataset.Id);
            var areas = room.Snapshot.Rows(dataset).Covered.Select(one => one.Area).Distinct().Order(StringComparer.Ordinal).ToList();
            foreach (var where in Slices(measure, dataset).Prepend([]))
            {
                foreach (var (some, period) in new[] { (areas, Period.Between(all[0], all[^1])), (areas[..1], all[^2]), (areas[1..5], Period.Between(all[^9], all[^4])) })
                {
                    var sum = room.Snapshot.Sum(measure, dataset, some, period, where);
                    var rows = room.Snapshot.Rows(dataset).Distinct(measure, identifier, some, period, where);
                    Assert.Equal(rows.State with { Days = [] }, sum.State with { Days = [] });
                    Assert.Equal((rows.Covered, rows.Periods, rows.Gaps.Count, rows.Partial.Count), (sum.Covered, sum.Periods, sum.Gaps.Count, sum.Partial.Count));
                    compared += sum.State.Numerator > 1 ? 1 : 0;
                }
            }
        }

        Assert.True(compared >= 3, $"Only {compared} answers had more than one identifier.");
    }

    /// <summary>Two slices of a measure: by its first two breakdowns, the first codes that rows have of each, and then the last.</summary>
    private IEnumerable<Narrowing[]> Slices(Measure measure, Dataset dataset)
    {
        var fields = measure.Breakdowns.Where(field => dataset.FieldNamed(field) is not null).Take(2).ToList();
        if (fields.Count == 2)
        {
            var codes = fields.ConvertAll(field => demo.Room.Snapshot.Rows(dataset).Encoded.Dictionary(field).Skip(1).ToList());
            yield return [new(fields[0], [codes[0][0]]), new(fields[1], [codes[1][0]])];
            yield return [new(fields[0], [codes[0][^1]]), new(fields[1], [codes[1][^1], codes[1][0]])];
        }
    }
}
