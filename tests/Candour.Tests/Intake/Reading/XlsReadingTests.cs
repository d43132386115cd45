using System.Text;
using Candour.Tests.Intake.Fuzzing;

namespace Candour.Tests.Intake.Reading;

/// <summary>Old binary workbooks: read where they are whole, refused in words and in time where they are not.</summary>
public sealed class XlsReadingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void The_cells_stand_where_they_were_written() => Assert.Equal(
        "Cases:; 1=a|b|c; 3=|é", Said(OldWorkbook.Of("Cases", [["a", "b", "c"], [""], ["", "é"]])));

    [Theory]
    [InlineData("EncryptedPackage", "EncryptedWorkbook")]
    [InlineData("_VBA_PROJECT", "MacroWorkbook")]
    public void What_it_must_not_hold_is_refused(string name, string refusal)
    {
        var bytes = OldWorkbook.Of("Cases", [["a"]]);

        Assert.Equal(refusal, Said([.. bytes, .. Encoding.Unicode.GetBytes(name), .. new byte[512]]));
    }

    [Fact]
    public void One_that_is_cut_short_is_refused()
    {
        var bytes = OldWorkbook.Of("Cases", [["a", "b"]]);

        Assert.Equal("WorkbookDamaged", Said(bytes[..700]));
    }

    /// <summary>Five kilobytes that state a cell in column 65,000 of row 26,000 kept the reader busy for most of a minute.</summary>
    [Fact]
    public void A_cell_beyond_the_last_column_is_refused_at_once()
    {
        var bytes = OldWorkbook.Of("Cases", [["only"]]);
        var at = bytes.AsSpan().IndexOf((byte[])[0x04, 0x02, .. BitConverter.GetBytes((ushort)(9 + 8))]) + 4;
        BitConverter.TryWriteBytes(bytes.AsSpan(at), (ushort)26_000);
        BitConverter.TryWriteBytes(bytes.AsSpan(at + 2), (ushort)65_000);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal("WorkbookDamaged", Said(bytes));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"{watch.Elapsed}");
    }

    [Fact]
    public void Blank_rows_without_number_are_stepped_over()
    {
        var rows = Enumerable.Repeat<IReadOnlyList<string>>([""], 60_000).Append([.. Enumerable.Repeat("", 255), "far"]).ToList();

        Assert.Equal($"Cases:; 60001={new string('|', 255)}far", Said(OldWorkbook.Of("Cases", rows)));
    }

    public void Dispose() => folder.Dispose();

    private string Said(byte[] bytes)
    {
        var path = folder.At("book.xls");
        File.WriteAllBytes(path, bytes);
        return WorkbookTables.Of(path);
    }
}
