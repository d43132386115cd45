using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Candour.Tests.CommandLine;

/// <summary>What a sender can see before, at and after a submission: preview, manifest, receipt and the way back.</summary>
public sealed class SubmissionVerbTests : IDisposable
{
    private const string May = "principal_offence_category_may_2014.csv";

    private static readonly string Cps = Repository.At("samples", "cps-case-outcomes-2014-2018", "2014", May);

    private readonly OrdinaryWorkspace own = new();

    [Fact]
    public void A_preview_says_what_would_change_and_changes_nothing()
    {
        Assert.Equal(0, own.Run("import", Cps).ExitCode);
        var other = own.Files.Write($"2014/{May}", WithTwoAreasExchanged());
        var before = own.Files.Content("workspace");

        var first = Answer(own.Run("import", Cps, "--preview", "--json"));
        var second = Answer(own.Run("import", other, "--preview", "--json"));
        var words = own.Run("import", other, "--preview");

        Assert.Equal("UNCHANGED", first.GetProperty("verdict").GetString());
        Assert.Equal("PREVIEW", second.GetProperty("verdict").GetString());
        Assert.Equal(1, second.GetProperty("replaces").GetArrayLength());
        var change = Assert.Single(second.GetProperty("changes").EnumerateArray());
        Assert.Equal("2014-05", change.GetProperty("period").GetString());
        var (added, changed, vanished, same) = (Of("added"), Of("changed"), Of("vanished"), Of("same"));
        Assert.Equal((0, 0), (added, vanished));
        Assert.InRange(changed, 1, 50);
        Assert.Equal(1_050, changed + same);
        Assert.Contains($"{changed} changed, 0 gone", words.Output, StringComparison.Ordinal);
        Assert.Equal(before, own.Files.Content("workspace"));

        long Of(string name) => change.GetProperty(name).GetInt64();
    }

    [Fact]
    public void A_receipt_says_the_same_each_time_and_where_the_submission_stands()
    {
        var id = Answer(own.Run("import", Cps, "--json")).GetProperty("submission").GetString()!;
        var first = own.Run("receipt", id, "--json");
        var again = own.Run("receipt", id[..8], "--json");
        var other = own.Files.Write($"2014/{May}", WithTwoAreasExchanged());
        Assert.Equal(0, own.Run("import", other, "--replace").ExitCode);
        var replaced = JsonDocument.Parse(own.Run("receipt", id, "--json").Output).RootElement;
        var receipt = JsonDocument.Parse(first.Output).RootElement;

        Assert.Equal(first.Output, again.Output);
        Assert.Equal(May, Path.GetFileName(receipt.GetProperty("file").GetString()));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Cps))), receipt.GetProperty("fileHash").GetString());
        Assert.Equal(1_050, receipt.GetProperty("rows").GetInt64());
        Assert.Equal("in force", receipt.GetProperty("standing").GetString());
        Assert.StartsWith("replaced by", replaced.GetProperty("standing").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000000000", "There is no submission")]
    [InlineData("00", "at least 8 signs")]
    public void A_receipt_of_nothing_is_refused_in_words(string id, string sentence)
    {
        var said = own.Run("receipt", id);

        Assert.Equal(2, said.ExitCode);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_withdrawn_file_no_longer_counts_and_what_it_replaced_does()
    {
        var first = Answer(own.Run("import", Cps, "--json")).GetProperty("submission").GetString()!;
        var other = own.Files.Write($"2014/{May}", WithTwoAreasExchanged());
        var second = Answer(own.Run("import", other, "--replace", "--json")).GetProperty("submission").GetString()!;

        var unsaid = own.Run("withdraw", second);
        var withdrawn = own.Run("withdraw", second[..12], "--reason", "The force sent the file of another unit.");
        var twice = own.Run("withdraw", second, "--reason", "The force sent the file of another unit.");

        Assert.Equal(2, unsaid.ExitCode);
        Assert.Equal(0, withdrawn.ExitCode);
        Assert.Contains($"In force again: {first[..12]}", withdrawn.Output, StringComparison.Ordinal);
        Assert.Equal(2, twice.ExitCode);
        Assert.Contains("is not in force (withdrawn on", twice.Error, StringComparison.Ordinal);
        Assert.Contains(first, own.Run("snapshot", "--json").Output, StringComparison.Ordinal);
        Assert.Equal("ACCEPT", Answer(own.Run("import", other, "--replace", "--json")).GetProperty("verdict").GetString());
    }

    public static TheoryData<string, string> Manifests => new()
    {
        { """{"files":[{"name":"MAY","rows":ROWS,"sha256":"HASH","totals":{"completed_count":TOTAL},"distinct":{"area":AREAS}}]}""", "" },
        { """{"files":[{"name":"MAY"}]}""", "" },
        { """{"files":[{"name":"MAY","rows":7}]}""", "has rows: 7, and it has" },
        { """{"files":[{"name":"MAY","sha256":"00"}]}""", "has the SHA-256 00, and it has" },
        { """{"files":[{"name":"MAY","totals":{"completed_count":7}}]}""", "has a total of 'completed_count' of 7, and it has" },
        { """{"files":[{"name":"MAY","distinct":{"area":7}}]}""", "has different values of 'area': 7, and it has" },
        { """{"files":[{"name":"MAY","totals":{"area":7}}]}""", "that cannot be added up (area)" },
        { """{"files":[{"name":"MAY","rowz":7}]}""", "is not in its form" },
        { """{"files":[{"name":"MAY"},{"name":"MAY"}]}""", "lists a file twice" },
        { """{"files":[{"name":"MAY"},{"name":"june.csv"}]}""", "lists june.csv, which is not among the files" },
        { """{"files":[{"name":"june.csv"}]}""", "is not in the manifest" },
        { """{"files":[]}""", "lists no file" },
        { "null", "lists no file" },
        { """{"files":[{"rows":7}]}""", "is not in its form" },
        { """{"files":[{"name":null}]}""", "is not in its form" },
    };

    [Theory]
    [MemberData(nameof(Manifests))]
    public void A_file_is_what_its_manifest_says_or_it_is_not_taken(string manifest, string sentence)
    {
        var written = own.Files.Write("manifest.json", manifest
            .Replace("MAY", May, StringComparison.Ordinal).Replace("ROWS", Facts.Rows, StringComparison.Ordinal)
            .Replace("HASH", Facts.Hash, StringComparison.Ordinal).Replace("TOTAL", Facts.Total, StringComparison.Ordinal)
            .Replace("AREAS", "42", StringComparison.Ordinal));
        var before = own.Files.Content("workspace");

        var said = own.Run("import", Cps, "--manifest", written);

        Assert.Equal(sentence.Length == 0 ? 0 : 2, said.ExitCode);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.Equal(sentence.Length == 0, !before.SequenceEqual(own.Files.Content("workspace")));
    }

    public void Dispose() => own.Dispose();

    /// <summary>What the sample holds, counted here and not by the program.</summary>
    private static (string Rows, string Hash, string Total) Facts { get; } = Count();

    private static (string Rows, string Hash, string Total) Count()
    {
        var lines = File.ReadAllLines(Cps).Where(line => line.Length > 0).ToList();
        var header = lines[0].Split(',');
        var counted = Enumerable.Range(0, header.Length)
            .Where(index => header[index].Trim('"').StartsWith("Number of ", StringComparison.Ordinal)).ToList();
        var areas = lines.Skip(1).Where(line => !line.Contains("National", StringComparison.Ordinal)).ToList();
        var total = areas.Sum(line => Cells(line).Where((_, index) => counted.Contains(index))
            .Sum(cell => long.Parse(cell.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)));
        return (areas.Count.ToString(CultureInfo.InvariantCulture), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Cps))),
            total.ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string> Cells(string line)
    {
        var (cell, quoted) = ("", false);
        foreach (var sign in line)
        {
            quoted ^= sign == '"';
            if (sign == ',' && !quoted)
            {
                yield return cell;
                cell = "";
            }
            else if (sign != '"')
            {
                cell += sign;
            }
        }

        yield return cell;
    }

    private static JsonElement Answer(Said said) => JsonDocument.Parse(said.Output).RootElement[0];

    /// <summary>The counts of two areas exchanged, so that the total row still agrees.</summary>
    private static string WithTwoAreasExchanged()
    {
        var lines = File.ReadAllText(Cps).Split('\n');
        var (first, second) = (lines[2], lines[3]);
        (lines[2], lines[3]) = (NameOf(first) + RestOf(second), NameOf(second) + RestOf(first));
        return string.Join('\n', lines);

        static string NameOf(string line) => line[..line.IndexOf(',', StringComparison.Ordinal)];

        static string RestOf(string line) => line[line.IndexOf(',', StringComparison.Ordinal)..];
    }
}
