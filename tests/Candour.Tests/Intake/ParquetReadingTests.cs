using System.Globalization;
using System.Text;
using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;
using Parquet;
using Parquet.Schema;

namespace Candour.Tests.Intake;

/// <summary>The same table as a Parquet file gives the same rows, as text and in columns of its own types.</summary>
public sealed class ParquetReadingTests : IDisposable
{
    private static readonly byte[] Good = File.ReadAllBytes(Repository.At("tests", "Candour.Tests", "Fixtures", "BadInput", "000-good.csv"));

    private static readonly List<string[]> Lines =
        [.. Encoding.UTF8.GetString(Good).TrimEnd().Split('\n').Select(line => line.TrimEnd('\r').Split(','))];

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Gives_the_rows_of_the_text(bool typed)
    {
        var text = Rows("good.csv", Good);

        var parquet = Rows("good.parquet", await WriteAsync(typed));

        Assert.Equal(6, text.Count);
        Assert.Equal(text, parquet);
    }

    /// <summary>The library counts on, with no end in sight.</summary>
    [Theory]
    [InlineData("15 02 19 FC FF FF FF FF 07 00")]
    [InlineData("15 02 19 FC FF FF FF FF 07 15 0C 00 15 0C 00 00")]
    public void A_list_that_ends_long_before_its_entries_do_is_refused_at_once(string footer)
    {
        var bytes = Convert.FromHexString(footer.Replace(" ", "", StringComparison.Ordinal));
        var path = folder.At("long-list.parquet");
        File.WriteAllBytes(path, [.. "PAR1"u8, .. bytes, .. BitConverter.GetBytes(bytes.Length), .. "PAR1"u8]);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var said = Check(path).Match(_ => "read", refusal => refusal.Sentence);

        Assert.StartsWith("The file long-list.parquet is a broken Parquet file", said, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    [Theory]
    [InlineData("15 02 00", true)]
    [InlineData("15 02 19 25 02 04 00", true)]
    [InlineData("11 22 33 05 16 80 01 17 00 00 00 00 00 00 00 00 18 02 41 42 00", true)]
    [InlineData("1B 01 58 01 41 11 00", false)]
    [InlineData("1B 01 85 01 41 04 00", true)]
    [InlineData("1C 15 02 00 00", true)]
    [InlineData("15 02", false)]
    [InlineData("18 7F 41 00", false)]
    [InlineData("1D 00", false)]
    [InlineData("15 FF FF FF FF FF FF FF FF FF FF FF 01 00", false)]
    [InlineData("1B FF FF FF FF 07 11 00", false)]
    public void A_footer_is_whole_when_all_it_states_lies_within_it(string footer, bool isWhole) =>
        Assert.Equal(isWhole, ParquetFooter.IsWhole(Convert.FromHexString(footer.Replace(" ", "", StringComparison.Ordinal))));

    [Fact]
    public void Records_within_records_come_to_an_end() =>
        Assert.False(ParquetFooter.IsWhole([.. Enumerable.Repeat((byte)0x1C, 100_000), .. new byte[100_000]]));

    public void Dispose() => folder.Dispose();

    private static async Task<byte[]> WriteAsync(bool typed)
    {
        var fields = Lines[0].Select(name => (DataField)(typed switch
        {
            true when name.EndsWith("_date", StringComparison.Ordinal) => new DataField<DateOnly?>(name),
            true when name == "victim_age" => new DataField<int?>(name),
            _ => new DataField<string>(name),
        })).ToList();
        using var content = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), content))
        {
            using var group = writer.CreateRowGroup();
            for (var i = 0; i < fields.Count; i++)
            {
                var values = Lines.Skip(1).Select(line => line[i]).ToList();
                await (fields[i] switch
                {
                    DataField<DateOnly?> => group.WriteAsync<DateOnly>(
                        fields[i], values.Select(value => value.Length == 0 ? (DateOnly?)null : DateOnly.ParseExact(value, "yyyy-MM-dd")).ToArray()),
                    DataField<int?> => group.WriteAsync<int>(
                        fields[i], values.Select(value => value.Length == 0 ? (int?)null : int.Parse(value, CultureInfo.InvariantCulture)).ToArray()),
                    _ => group.WriteAsync(fields[i], values.ToArray()),
                });
            }
        }

        return content.ToArray();
    }

    private List<string> Rows(string name, byte[] bytes)
    {
        var path = folder.At(name);
        File.WriteAllBytes(path, bytes);
        return Check(path).Match(
            file => file.Rows.Select(row => string.Join('|', row.Values)).ToList(),
            refusal => throw new InvalidOperationException(refusal.Sentence));
    }

    private static Result<CheckedFile> Check(string path) => SourceFile.Open(path).Then(file => Checking.Check(
        file, "case-extract", Repository.Catalogue, new Pseudonymiser("test", new byte[32], "test"), new CheckWishes(new DateOnly(2026, 11, 1))));
}
