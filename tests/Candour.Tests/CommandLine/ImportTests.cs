using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Candour.Tests.CommandLine;

/// <summary>Whatever is wrong with a file: one sentence, exit code 2, and a workspace that did not change.</summary>
public sealed class ImportTests : IClassFixture<OrdinaryWorkspace>
{
    private const string May = "principal_offence_category_may_2014.csv";

    private static readonly string Cps = Repository.At("samples", "cps-case-outcomes-2014-2018", "2014", May);

    private static readonly string HomeOffice = Repository.At("samples", "home-office-outcomes-2018-19", "outcomes.csv.gz");

    private readonly OrdinaryWorkspace workspace;

    public ImportTests(OrdinaryWorkspace workspace) => this.workspace = workspace;

    public static TheoryData<string, string> Wrong => new()
    {
        { "missing", "There is no file" },
        { "empty", "is empty" },
        { "header only", "has no rows below its header" },
        { "another source", "belongs to no known source" },
        { "wrong mapping", "does not have the columns of 'home-office-outcomes'" },
        { "unknown mapping", "There is no mapping 'nope'" },
        { "cut in a row", "is cut short (its last line has no end)" },
        { "cut at a row", "total row 'National' says" },
        { "cut in the last cell", "is cut short (its last line has no end)" },
        { "without its total", "The total row 'National' is missing" },
        { "altered", "total row 'National' says" },
        { "gzip cut", "is cut short" },
        { "gzip stopped", "is cut short" },
        { "workbook", "is a workbook or another zip container" },
        { "not utf-8", "is not UTF-8 text" },
        { "open quote", "has a quotation mark that is not closed" },
        { "no period in the name", "does not tell its month and year" },
        { "folder of another year", "says 2014 and its folder says 2015" },
        { "rows cut between two rows", "it is cut short. Ask the sender for the whole file." },
        { "one area left out", "has none for Durham: it is cut short" },
        { "rows not yet assigned cut", "with outcome 0 for every force" },
        { "not utf-8 after a mark", "is not UTF-8 text" },
        { "total twice", "stands here a second time" },
        { "one column less", "'force_name' is missing from its first line" },
        { "implausible count", "is larger than anything that is counted here" },
        { "unknown area", "'CPS area' holds a value that is not in its list" },
        { "word for a number", "is not a whole number" },
        { "badly grouped number", "is not a whole number" },
        { "area twice", "total row 'National' says" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_file_gets_one_sentence_and_changes_nothing(string what, string sentence)
    {
        var before = workspace.Files.Content("workspace");
        var (path, mapping) = Make(what);

        var said = workspace.Run(mapping.Length > 0 ? ["import", path, "--mapping", mapping] : ["import", path]);

        Assert.Equal(2, said.ExitCode);
        Assert.Equal("", said.Output);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.Single(said.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal(before, workspace.Files.Content("workspace"));
    }

    [Fact]
    public void The_same_file_twice_is_one_submission()
    {
        using var own = new OrdinaryWorkspace();
        var first = Answer(own.Run("import", Cps, "--json"));
        var second = Answer(own.Run("import", Cps, "--json"));

        Assert.Equal(("ACCEPT", 1_050), first);
        Assert.Equal(("UNCHANGED", 1_050), second);

        static (string Verdict, long Rows) Answer(Said said)
        {
            var answer = JsonDocument.Parse(said.Output).RootElement[0];
            return (answer.GetProperty("verdict").GetString()!, answer.GetProperty("rows").GetInt64());
        }
    }

    [Fact]
    public void The_same_rows_in_another_order_are_the_same_submission()
    {
        using var own = new OrdinaryWorkspace();
        var lines = File.ReadAllText(Cps).TrimEnd('\n').Split('\n');
        var shuffled = own.Files.Write($"2014/{May}", string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Reverse())) + "\n");

        var ids = new[] { Cps, shuffled }.Select(path => JsonDocument.Parse(own.Run("import", path, "--json").Output)
            .RootElement[0].GetProperty("submission").GetString()).ToList();

        Assert.Equal(ids[0], ids[1]);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(own.Folder, "submissions")));
    }

    [Fact]
    public void Other_rows_for_the_same_month_are_refused_until_they_are_to_replace()
    {
        using var own = new OrdinaryWorkspace();
        Assert.Equal(0, own.Run("import", Cps).ExitCode);
        var text = File.ReadAllText(Cps);
        var swapped = own.Files.Write($"2014/{May}", Swap(text));

        var refused = own.Run("import", swapped);
        var replaced = own.Run("import", swapped, "--replace");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("counting both would count twice. Say --replace", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, replaced.ExitCode);
        Assert.Contains("Snapshot", own.Run("snapshot").Output, StringComparison.Ordinal);
        Assert.Contains("of 1 submissions", own.Run("snapshot").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replaced_file_can_be_put_back()
    {
        using var own = new OrdinaryWorkspace();
        var swapped = own.Files.Write($"2014/{May}", Swap(File.ReadAllText(Cps)));
        Assert.Equal(0, own.Run("import", Cps).ExitCode);
        Assert.Equal(0, own.Run("import", swapped, "--replace").ExitCode);

        var refused = own.Run("import", Cps);
        var back = own.Run("import", Cps, "--replace", "--json");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("have been replaced by", refused.Error, StringComparison.Ordinal);
        Assert.Equal("ACCEPT", JsonDocument.Parse(back.Output).RootElement[0].GetProperty("verdict").GetString());
        Assert.Contains("of 1 submissions", own.Run("snapshot").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeat_saved_anew_is_still_a_repeat()
    {
        using var own = new OrdinaryWorkspace();
        Assert.Equal(0, own.Run("import", Cps).ExitCode);
        var june = own.Files.Write(
            "2014/principal_offence_category_june_2014.csv", File.ReadAllText(Cps).Replace("\r\n", "\n", StringComparison.Ordinal));

        var said = own.Run("import", june);

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("is row for row the file 2014/principal_offence_category_may_2014.csv that was submitted for May 2014, but its name says June 2014", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_files_for_one_month_at_once_one_is_taken()
    {
        using var own = new OrdinaryWorkspace();
        var swapped = own.Files.Write($"2014/{May}", Swap(File.ReadAllText(Cps)));

        var said = await Task.WhenAll(Task.Run(() => own.Run("import", Cps)), Task.Run(() => own.Run("import", swapped)));

        Assert.Equal([0, 2], said.Select(one => one.ExitCode).Order());
        Assert.Contains("of 1 submissions", own.Run("snapshot").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_words_is_never_taken_for_words()
    {
        var people = workspace.Files.Write("people.txt", "Jane Example 1990-02-03\n");

        var said = workspace.Run("import", $"@{people}");

        Assert.Equal(2, said.ExitCode);
        Assert.DoesNotContain("Jane", said.Output + said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_agency_s_rows_are_not_added_to_a_dataset()
    {
        using var own = new OrdinaryWorkspace();
        CopyDefinitions(own.Files, "definitions");
        var mapping = own.Files.At("definitions", "mappings", "cps-case-outcomes.yaml");
        Assert.Equal(0, own.Run("import", Cps).ExitCode);
        File.WriteAllText(mapping, File.ReadAllText(mapping).Replace("agency: cps", "agency: another", StringComparison.Ordinal));

        var said = own.Run(
            "import", Cps.Replace("may", "june", StringComparison.Ordinal), "--definitions", own.Files.At("definitions"));

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("holds public data of 'cps'", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_that_cannot_be_is_a_finding_and_never_stored()
    {
        using var own = new OrdinaryWorkspace();
        Assert.Equal(0, own.Run("synthesise", "--crimes", "200").ExitCode);
        var crimes = own.Files.At("workspace", "synthetic", "synthetic-crimes.csv");
        var lines = File.ReadAllLines(crimes);
        lines[5] = Regex.Replace(lines[5], @"20\d\d-\d\d-\d\d", "1066-10-14");
        File.WriteAllText(crimes, string.Join('\n', lines) + "\n");

        var said = own.Run("import", crimes);

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("line 6: 'Day reported' is in a year before 1900", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_confidential_file_never_enters_a_demonstration()
    {
        using var files = new TemporaryFolder();
        CopyDefinitions(files, "definitions");
        var mapping = files.At("definitions", "mappings", "cps-case-outcomes.yaml");
        File.WriteAllText(mapping, File.ReadAllText(mapping).Replace("data: public", "data: confidential", StringComparison.Ordinal));
        var demo = Candour.Store.Workspace.Create(files.At("demo"), Candour.Store.WorkspaceKind.Demo, Candour.Store.StoreKind.Sqlite, Candour.Store.ApprovalRule.None, "demo", "");
        Assert.IsType<Candour.Kernel.Result<Candour.Store.Workspace>.Accepted>(demo);

        var said = TheProgram.Run("import", Cps, "--workspace", files.At("demo"), "--definitions", files.At("definitions"));

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("this is a demonstration workspace whose pseudonym key everybody knows", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_answers_in_json_and_writes_nothing()
    {
        var before = workspace.Files.Content("workspace");

        var said = workspace.Run("check", HomeOffice, "--json");

        Assert.Equal(0, said.ExitCode);
        var answer = JsonDocument.Parse(said.Output).RootElement;
        Assert.Equal("ACCEPT", answer.GetProperty("verdict").GetString());
        Assert.Equal("home-office-outcomes", answer.GetProperty("mapping").GetString());
        Assert.Equal(132_529, answer.GetProperty("rows").GetInt64());
        Assert.Equal(132_529, answer.GetProperty("accepted").GetInt64());
        Assert.Equal(
            [("COUNT_ABSENT", "recorded_count", 3), ("COUNT_ABSENT", "assigned_count", 11_467)],
            answer.GetProperty("findings").EnumerateArray().Select(finding => (
                finding.GetProperty("code").GetString()!, finding.GetProperty("column").GetString()!,
                finding.GetProperty("rows").GetInt32())));
        Assert.Equal(before, workspace.Files.Content("workspace"));
    }

    [Fact]
    public void Every_error_of_a_file_is_found_with_its_line()
    {
        var text = File.ReadAllText(Cps);
        var path = workspace.Files.Write($"several/2014/{May}", Regex.Replace(
            text.Replace("\nCheshire,", "\nAtlantis,", StringComparison.Ordinal), "\nDorset,[^,]*,", "\nDorset,many,"));

        var answer = JsonDocument.Parse(workspace.Run("check", path, "--json").Output).RootElement;

        var lines = text.Split('\n').Select((line, index) => (line, Number: index + 1)).ToList();
        Assert.Equal("REFUSE", answer.GetProperty("verdict").GetString());
        var findings = answer.GetProperty("findings").EnumerateArray().ToList();
        Assert.Contains(findings, f => f.GetProperty("code").GetString() == "CODE_UNKNOWN"
            && f.GetProperty("line").GetInt32() == lines.First(l => l.line.StartsWith("Cheshire,", StringComparison.Ordinal)).Number);
        Assert.Contains(findings, f => f.GetProperty("code").GetString() == "NUMBER_INVALID"
            && f.GetProperty("line").GetInt32() == lines.First(l => l.line.StartsWith("Dorset,", StringComparison.Ordinal)).Number);
        Assert.DoesNotContain(findings, f => f.GetProperty("value").GetString() is "Atlantis" or "many");
    }

    private (string Path, string Mapping) Make(string what)
    {
        var text = File.ReadAllText(Cps);
        var lines = text.TrimEnd('\n').Split('\n');
        return what switch
        {
            "missing" => (workspace.Files.At("nowhere.csv"), ""),
            "empty" => Cps2014(""),
            "header only" => Cps2014(lines[0] + "\n"),
            "another source" => (workspace.Files.Write("x.csv", "name,age\nA,1\n"), ""),
            "wrong mapping" => (Cps, "home-office-outcomes"),
            "unknown mapping" => (Cps, "nope"),
            "cut in a row" => Cps2014(string.Join('\n', lines.Take(30)) + "\n" + lines[30][..40]),
            "cut at a row" => Cps2014(string.Join('\n', lines.Take(30)) + "\n"),
            "cut in the last cell" => Cps2014(text.TrimEnd()[..^1]),
            "without its total" => Cps2014(string.Join('\n', lines.Where(line => !line.StartsWith("National", StringComparison.Ordinal))) + "\n"),
            "altered" => Cps2014(Regex.Replace(text, "\nDorset,(\\d+)", match => $"\nDorset,{int.Parse(match.Groups[1].Value) + 1}")),
            "gzip cut" => (WriteBytes("outcomes.csv.gz", File.ReadAllBytes(HomeOffice)[..600_000]), ""),
            "gzip stopped" => (WriteBytes("stopped.csv.gz", Stopped(text)), "cps-case-outcomes"),
            "workbook" => (WriteBytes("book.csv", [0x50, 0x4B, 3, 4, 0, 0]), ""),
            "not utf-8" => (WriteBytes($"2014/{May}", [.. Encoding.Latin1.GetBytes(text.Replace("Dorset", "Dôrset", StringComparison.Ordinal))]), ""),
            "open quote" => Cps2014(text.Replace("\nDorset,", "\n\"Dorset,", StringComparison.Ordinal)),
            "no period in the name" => (workspace.Files.Write("some.csv", text), ""),
            "folder of another year" => (workspace.Files.Write($"2015/{May}", text), "cps-case-outcomes"),
            "rows cut between two rows" => (workspace.Files.Write("cut.csv", string.Concat(HomeOfficeLines.Take(60_000))), ""),
            "one area left out" => (workspace.Files.Write("left.csv", string.Concat(HomeOfficeLines.Where(l => !l.Contains(",Durham,", StringComparison.Ordinal)))), ""),
            "rows not yet assigned cut" => (workspace.Files.Write("cut0.csv", string.Concat(HomeOfficeLines.Take(130_000))), ""),
            "not utf-8 after a mark" => (WriteBytes(
                $"2014/{May}", [0xEF, 0xBB, 0xBF, .. Encoding.Latin1.GetBytes(text.Replace("Dorset", "Dôrset", StringComparison.Ordinal))]), "cps-case-outcomes"),
            "total twice" => Cps2014(text.Replace("\nDorset,", "\n" + lines[1] + "\nDorset,", StringComparison.Ordinal)),
            "one column less" => (workspace.Files.Write("less.csv", string.Concat(HomeOfficeLines.Take(5)).Replace("force_name", "name", StringComparison.Ordinal)), ""),
            "implausible count" => Cps2014(Regex.Replace(text, "\nDorset,[^,]*,", "\nDorset,9223372036854775807,")),
            "unknown area" => Cps2014(text.Replace("\nDorset,", "\nAtlantis,", StringComparison.Ordinal)),
            "word for a number" => Cps2014(Regex.Replace(text, "\nDorset,[^,]*,", "\nDorset,many,")),
            "badly grouped number" => Cps2014(Regex.Replace(text, "\nDorset,[^,]*,", "\nDorset,\"1,23\",")),
            "area twice" => Cps2014(text + lines[^1] + "\n"),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
    }

    private static readonly IReadOnlyList<string> HomeOfficeLines = [.. ReadHomeOffice()];

    private static IEnumerable<string> ReadHomeOffice()
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(HomeOffice), CompressionMode.Decompress));
        while (text.ReadLine() is { } line)
        {
            yield return line + "\n";
        }
    }

    private (string Path, string Mapping) Cps2014(string text) =>
        (workspace.Files.Write($"2014/{May}", text), "cps-case-outcomes");

    private string WriteBytes(string name, byte[] bytes)
    {
        var path = workspace.Files.At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A gzip stream without its last bytes, which a decompressor reads to the end without a word.</summary>
    private static byte[] Stopped(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray()[..^12];
    }

    /// <summary>Two areas' rows change places: the total still holds, the rows are others.</summary>
    private static string Swap(string text) => text
        .Replace("\nDorset,", "\n#,", StringComparison.Ordinal)
        .Replace("\nCheshire,", "\nDorset,", StringComparison.Ordinal)
        .Replace("\n#,", "\nCheshire,", StringComparison.Ordinal);

    private static void CopyDefinitions(TemporaryFolder files, string name)
    {
        foreach (var path in Directory.EnumerateFiles(Repository.At("definitions"), "*", SearchOption.AllDirectories))
        {
            files.Write(Path.Combine(name, Path.GetRelativePath(Repository.At("definitions"), path)), File.ReadAllText(path));
        }
    }
}
