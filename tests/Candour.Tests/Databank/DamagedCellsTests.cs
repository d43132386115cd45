using Candour.Tests.CommandLine;

namespace Candour.Tests.Databank;

/// <summary>Cells are a cache: lost or altered, they are noticed and made again.</summary>
public sealed class DamagedCellsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Lost_or_altered_cells_are_refused_and_made_again(bool altered)
    {
        using var own = new OrdinaryWorkspace();
        Assert.Equal(0, own.Run("import", Repository.At("samples", "cps-case-outcomes-2014-2018", "2014")).ExitCode);
        Assert.Equal(0, own.Run("snapshot").ExitCode);
        Assert.Equal(0, own.Run("compute").ExitCode);
        var before = own.Run("figure", "all-prosecutions-completed").Output;
        var cells = Directory.EnumerateFiles(Path.Combine(own.Folder, "cells"), "*.cells", SearchOption.AllDirectories).First();
        if (altered)
        {
            File.AppendAllText(cells, "x");
        }
        else
        {
            File.Delete(cells);
        }

        var refused = own.Run("figure", "all-prosecutions-completed");
        var made = own.Run("compute");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("Run 'candour compute' to make them again", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, made.ExitCode);
        Assert.Equal(before, own.Run("figure", "all-prosecutions-completed").Output);
    }

    [Fact]
    public void An_altered_submission_is_refused()
    {
        using var own = new OrdinaryWorkspace();
        Assert.Equal(0, own.Run("import", Repository.At("samples", "cps-case-outcomes-2014-2018", "2014")).ExitCode);
        File.AppendAllText(Directory.EnumerateFiles(Path.Combine(own.Folder, "submissions")).First(), "x");
        Assert.Equal(0, own.Run("snapshot").ExitCode);

        var said = own.Run("compute");

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("is missing or was altered; no figure is made from it", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_area_that_sent_nothing_is_said_beside_the_whole()
    {
        var table = new Candour.Databank.Cells.CellTable(
            [Candour.Kernel.Period.Month(2025, 1)],
            new HashSet<(string, int)> { ("a", 0) },
            new Dictionary<Candour.Databank.Cells.CellKey, Candour.Databank.Cells.CellState>());

        var sum = table.Sum(["a", "b"], Candour.Kernel.Period.Month(2025, 1), 1, "", [""]);

        Assert.Empty(sum.Gaps);
        Assert.Equal(Candour.Kernel.Period.Month(2025, 1), Assert.Single(sum.Partial));
    }
}
