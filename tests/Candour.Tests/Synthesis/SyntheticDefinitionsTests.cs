using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;
using Candour.Synthesis;
using Candour.Synthesis.Planted;

namespace Candour.Tests.Synthesis;

/// <summary>The nation and the definitions fit: every dataset has its file, every file is read without an error.</summary>
public sealed class SyntheticDefinitionsTests(WrittenNation nation) : IClassFixture<WrittenNation>
{
    /// <summary>Filled by published extracts: of real places, for which nothing is invented.</summary>
    private static readonly string[] Published =
    [
        "arrests", "case-extract", "crime-outcomes", "nibrs-incidents", "nibrs-victims", "prosecution-outcomes", "rape-prosecution-times",
        "toronto-reported-crimes",
    ];

    private static Pseudonymiser Key => new("test", new byte[32], "test");

    public static TheoryData<string> Datasets => [.. SyntheticNation.Tables.Select(table => table.Dataset)];

    [Fact]
    public void Every_dataset_has_a_file_but_the_published_ones() => Assert.Equal(
        Repository.Catalogue.Datasets.Keys.Order(StringComparer.Ordinal),
        SyntheticNation.Tables.Select(table => table.Dataset).Concat(Published).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Datasets))]
    public void A_file_is_known_by_its_columns_and_read_without_an_error(string dataset)
    {
        var read = Read(Path.Combine(nation.Folder, $"synthetic-{dataset}.csv"));

        Assert.Equal($"synthetic-{dataset}", read.Mapping.Id);
        Assert.Equal(dataset, read.Dataset.Id);
        Assert.Equal([], read.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Message).Take(3));
        Assert.Equal(read.Read, read.Rows.Count);
    }

    [Fact]
    public void A_messy_file_is_refused_or_has_an_error_on_the_lines_of_its_key()
    {
        foreach (var messy in MessyFiles.Write(nation.Folder))
        {
            var path = Path.Combine(nation.Folder, MessyFiles.FolderName, messy.Name);
            var result = SourceFile.Open(path).Then(file => Checking.Check(file, "synthetic-crimes", Repository.Catalogue, Key, new CheckWishes(new DateOnly(2026, 11, 1))));
            var isWhole = messy.Name is not ("cut-short.csv" or "without-column.csv");
            Assert.Equal(isWhole, result.Try(out var read, out _));
            if (isWhole)
            {
                var lines = read!.Findings.Where(finding => finding.Severity == Severity.Error || finding.Code == "DUPLICATE_ROW").Select(finding => (int)finding.Line).ToList();
                Assert.True(lines.Count > 0, messy.Name);
                Assert.True(lines.All(messy.Lines.Contains), $"{messy.Name}: {string.Join(' ', lines)}");
            }
        }
    }

    private static CheckedFile Read(string path) => SourceFile.Open(path)
        .Then(file => Checking.Check(file, "", Repository.Catalogue, Key, new CheckWishes(new DateOnly(2026, 11, 1))))
        .Match(read => read, refusal => throw new InvalidOperationException(refusal.Sentence));
}
