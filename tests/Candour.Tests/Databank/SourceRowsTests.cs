using Candour.Databank.Engine;
using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Kernel;
using Candour.Store;

namespace Candour.Tests.Databank;

/// <summary>Rows that are kept as codes say the same as the rows that came, and those that are asked for are the ones that are meant.</summary>
public sealed class SourceRowsTests(DemoWorkspace demo)
{
    private Dataset Crimes => demo.Room.Catalogue.Datasets["crimes"];

    [Fact]
    public void A_row_is_spelled_out_as_it_came()
    {
        var first = new MappedRow(2, Values("one", "f01"));
        var second = new MappedRow(9, Values("", "f02"));

        var encoded = EncodedRows.Of(Crimes, [[first], [second]]);

        Assert.Equal(2, encoded.Count);
        Assert.Equal([first.Line, second.Line], new[] { encoded.Row(0), encoded.Row(1) }.Select(row => row.Line));
        Assert.Equal([first.Values, second.Values], new[] { encoded.Row(0), encoded.Row(1) }.Select(row => row.Values));
    }

    [Fact]
    public void Each_row_is_that_of_the_submission_it_came_with()
    {
        var submissions = new[] { Submission('a'), Submission('b'), Submission('c') };
        // The second submission has no row.
        var rows = SourceRows.Of(EncodedRows.Of(Crimes, [Numbered(0), Numbered(1), Numbered(2)]), submissions, [0, 2, 2, 3]);

        Assert.Equal(["aaaa", "aaaa", "cccc"], rows.Select(row => row.Submission.Id.Hex[..4]));
        Assert.Equal(["SYN-2"], rows.From(one => one == submissions[2]).Select(row => row.Row.Values[0]));
        Assert.Empty(rows.From(one => one == submissions[1]));
    }

    [Fact]
    public void Those_that_are_asked_for_are_the_ones_that_say_it()
    {
        var all = demo.Room.Snapshot.RowsOf(Crimes);
        var (force, outcome, charge) = (Crimes.IndexOf("force"), Crimes.IndexOf("outcome_date"), Crimes.IndexOf("charge_date"));

        var found = all.WithAny(["outcome_date", "charge_date"], IsMarch).With("force", one => one is "f01" or "f02").ToList();

        var expected = all.Where(one => (IsMarch(one.Row.Values[outcome]) || IsMarch(one.Row.Values[charge])) && (one.Row.Values[force] is "f01" or "f02"));
        Assert.NotEmpty(found);
        Assert.Equal(expected.Select(one => (one.Submission, one.Row.Line)), found.Select(one => (one.Submission, one.Row.Line)));

        static bool IsMarch(string day) => day.StartsWith("2025-03", StringComparison.Ordinal);
    }

    private MappedRow Numbered(int number) => new(number, Values($"SYN-{number}", "f01"));

    private string[] Values(string crime, string force)
    {
        var values = Crimes.Fields.Select(_ => "").ToArray();
        (values[Crimes.IndexOf("crime")], values[Crimes.IndexOf("force")]) = (crime, force);
        return values;
    }

    private SubmissionRecord Submission(char sign) =>
        demo.Room.Snapshot.SubmissionsOf("crimes").First() with { Id = ContentHash.TryParse(new string(sign, 64), out var id) ? id : default };
}
