using System.Text;
using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;

namespace Candour.Tests.Intake;

/// <summary>The same table in another encoding gives the same rows.</summary>
public sealed class EncodingTests : IDisposable
{
    private static readonly string Good = File.ReadAllText(Repository.At("tests", "Candour.Tests", "Fixtures", "BadInput", "000-good.csv"));

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_with_a_mark_is_read_in_its_encoding(string encoding)
    {
        var written = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. written.GetPreamble(), .. written.GetBytes(Good)];

        Assert.Equal(Rows("good.csv", Encoding.UTF8.GetBytes(Good)), Rows("other.csv", bytes));
    }

    public void Dispose() => folder.Dispose();

    private List<string> Rows(string name, byte[] bytes)
    {
        var path = folder.At(name);
        File.WriteAllBytes(path, bytes);
        return SourceFile.Open(path).Then(file => Checking.Check(
                file, "case-extract", Repository.Catalogue, new Pseudonymiser("test", new byte[32], "test"), new CheckWishes(new DateOnly(2026, 11, 1))))
            .Match(file => file.Rows.Select(row => string.Join('|', row.Values)).ToList(), refusal => throw new InvalidOperationException(refusal.Sentence));
    }
}
