using Candour.Intake.Reading;

namespace Candour.Tests.CommandLine;

/// <summary><c>candour check --errors</c> gives a file back to its sender: what is wrong stands beside each row, and nothing undeclared.</summary>
public sealed class CheckErrorsTests
{
    [Fact]
    public void The_file_comes_back_with_a_column_that_says_what_is_wrong_in_each_row()
    {
        using var folder = new TemporaryFolder();
        var said = Check(folder, "021-impossible-dates.csv");

        Assert.Equal(0, said.ExitCode);
        var rows = Records(folder.At("out.csv"));
        Assert.Equal(Records(Fixture("021-impossible-dates.csv")).Count, rows.Count);
        Assert.Equal("candour_errors", rows[0][^1]);
        Assert.Contains(rows.Skip(1), row => row[^1].StartsWith("DATE_INVALID (", StringComparison.Ordinal));
        Assert.Contains(rows.Skip(1), row => row[^1].Length == 0);
    }

    [Fact]
    public void A_column_that_nobody_declared_does_not_come_back()
    {
        using var folder = new TemporaryFolder();
        Check(folder, "007-extra-name-column.csv");

        var declared = Records(Fixture("000-good.csv"))[0];
        Assert.Equal([.. declared, "candour_errors"], Records(folder.At("out.csv"))[0]);
    }

    [Fact]
    public void What_a_spreadsheet_would_execute_is_inert()
    {
        using var folder = new TemporaryFolder();
        Check(folder, "032-formula-injection.csv");

        Assert.DoesNotContain(Records(folder.At("out.csv")).SelectMany(row => row), cell => cell.Length > 0 && cell[0] is '=' or '+' or '@');
    }

    [Fact]
    public void Nothing_comes_back_of_a_file_that_is_refused()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(2, Check(folder, "015-unterminated-quote.csv").ExitCode);
        Assert.False(File.Exists(folder.At("out.csv")));
    }

    private static Said Check(TemporaryFolder folder, string file) =>
        TheProgram.Run("check", Fixture(file), "--mapping", "case-extract", "--area", "A01", "--errors", folder.At("out.csv"));

    private static string Fixture(string file) => Repository.At("tests", "Candour.Tests", "Fixtures", "BadInput", file);

    private static List<string[]> Records(string path)
    {
        using var reader = File.OpenText(path);
        var text = new DelimitedText(reader, ',');
        var records = new List<string[]>();
        while (text.TryNext(out var record))
        {
            records.Add([.. record.Cells.Select(cell => cell.Text)]);
        }

        return records;
    }
}
