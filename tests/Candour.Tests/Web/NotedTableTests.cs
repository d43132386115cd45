using Candour.Readings.Charts;
using Candour.Web;

namespace Candour.Tests.Web;

public sealed class NotedTableTests
{
    private const string Shared = "set aside: small numbers of this series are withheld";

    [Fact]
    public void A_long_remark_of_several_rows_is_written_once()
    {
        var noted = NotedTable.Of(Table($"{Shared}; only here", Shared, "–", $"before; {Shared}"));

        Assert.Equal([Shared], noted.Notes);
        Assert.Equal(["[note\u00A01]; only here", "[note\u00A01]", "–", "before; [note\u00A01]"], noted.Table.Rows.Select(row => row[2]));
        Assert.Equal(["4", "4", "4", "4"], noted.Table.Rows.Select(row => row[1]));
    }

    [Theory]
    [InlineData(Shared, "–")]
    [InlineData("follow-up still short", "follow-up still short")]
    public void What_few_rows_say_or_what_is_short_stays_in_them(string first, string second)
    {
        var table = Table(first, first, second, second);

        var noted = NotedTable.Of(table);

        Assert.Empty(noted.Notes);
        Assert.Same(table, noted.Table);
    }

    [Fact]
    public void What_some_rows_of_a_long_table_happen_to_share_stays_in_them()
    {
        var rows = Enumerable.Range(0, 48).Select(row => row < 5 ? "not yet assigned: 0.0% (0.0% to 20.4%), 0 of 15" : "–").ToArray();

        Assert.Empty(NotedTable.Of(Table(rows)).Notes);
    }

    [Fact]
    public void Nothing_is_lost()
    {
        string[] cells = [$"a remark that only this row has and that is long; {Shared}", Shared, Shared, "follow-up still short"];

        var noted = NotedTable.Of(Table(cells));

        Assert.Equal(cells, noted.Table.Rows.Select(row => row[2].Replace("[note\u00A01]", noted.Notes[0], StringComparison.Ordinal)));
    }

    private static ChartTable Table(params string[] notes) => new(
        "Caption", [new("Period", false), new("Rows", true), new("Note", false)],
        [.. notes.Select(note => (IReadOnlyList<string>)["July 2022", "4", note])]);
}
