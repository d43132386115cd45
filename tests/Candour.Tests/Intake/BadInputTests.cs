using System.Security.Cryptography;
using Candour.CommandLine;
using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;

namespace Candour.Tests.Intake;

/// <summary>Every file of the bad-input corpus answers as its index says: verdict, code, counts, first line, first column.</summary>
public sealed class BadInputTests
{
    private static readonly string Folder = Repository.At("tests", "Candour.Tests", "Fixtures", "BadInput");

    public static TheoryData<string> Files =>
        [.. File.ReadLines(Path.Combine(Folder, "index.csv")).Skip(1).Select(line => line.Split(',')[0]).Where(name => !name.StartsWith('r'))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Answers_as_the_index_says(string file)
    {
        var expected = Expected(file);

        var answer = Check(Path.Combine(Folder, file));

        var first = answer.Findings.FirstOrDefault(finding => finding.Code == expected["code"]);
        var counts = answer.Verdict == "REFUSE" ? "" : $"{answer.Rows} {answer.Accepted} {answer.NotAccepted}";
        Assert.Equal(
            (expected["verdict"], expected["code"], $"{expected["rows"]} {expected["accepted"]} {expected["not_accepted"]}".Trim(), expected["first_line"], expected["first_column"]),
            (answer.Verdict, answer.Code, counts, first is { Line: > 0 } ? $"{first.Line}" : "", first?.Column ?? ""));
    }

    /// <summary>The answer of <c>candour check FILE --mapping case-extract --area A01</c>.</summary>
    internal static CheckJson Check(string path, params string[] answers)
    {
        var wishes = WishOptions.Of("A01", answers, Repository.Catalogue).Match(
            right => right with { Reader = FileReading.Here }, refusal => throw new InvalidOperationException(refusal.Sentence));
        var key = new Pseudonymiser("test", RandomNumberGenerator.GetBytes(32), "test");
        return CheckJson.Of(path, SourceFile.Open(path).Then(file => Checking.Check(file, "case-extract", Repository.Catalogue, key, wishes)));
    }

    internal static Dictionary<string, string> Expected(string file)
    {
        using var reader = File.OpenText(Path.Combine(Folder, "index.csv"));
        var text = new DelimitedText(reader, ',');
        Assert.True(text.TryNext(out var header));
        while (text.TryNext(out var record))
        {
            if (record.Cells[0].Text == file)
            {
                return header.Cells.Zip(record.Cells).ToDictionary(pair => pair.First.Text, pair => pair.Second.Text);
            }
        }

        throw new InvalidOperationException("The index does not have the file.");
    }
}
