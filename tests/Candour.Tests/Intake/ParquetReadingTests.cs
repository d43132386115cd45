using System.Globalization;
using System.Text;
using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
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
        return SourceFile.Open(path).Then(file => Checking.Check(
                file, "case-extract", Repository.Catalogue, new Pseudonymiser("test", new byte[32], "test"), new CheckWishes(new DateOnly(2026, 11, 1))))
            .Match(
                file => file.Rows.Select(row => string.Join('|', row.Values)).ToList(),
                refusal => throw new InvalidOperationException(refusal.Sentence));
    }
}
