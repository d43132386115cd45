using System.Text.RegularExpressions;
using Candour.Intake.Submitting;
using Candour.Store;

namespace Candour.Tests.CommandLine;

/// <summary>What pseudonyms link, and how the owner of a record finds it again.</summary>
public sealed class LinkingTests : IClassFixture<OrdinaryWorkspace>
{
    private static readonly string Good = Repository.At("tests", "Candour.Tests", "Fixtures", "BadInput", "000-good.csv");

    private static readonly string Case = File.ReadLines(Good).ElementAt(1).Split(',')[0];

    private readonly OrdinaryWorkspace workspace;
    private readonly OperationalStore store;
    private readonly string pseudonym;

    public LinkingTests(OrdinaryWorkspace workspace)
    {
        this.workspace = workspace;
        var opened = Must(Workspace.Open(workspace.Folder));
        store = opened.Store;
        pseudonym = PseudonymOf(opened, "case", Case);
    }

    [Fact]
    public void The_row_behind_a_pseudonym_is_found_for_a_purpose_and_on_the_record()
    {
        Give("open", "A01", 3);

        var said = workspace.Run("locate", Good, "--pseudonym", pseudonym, "--purpose", "open");

        Assert.True(said.ExitCode == 0, said.Error);
        Assert.Equal("000-good.csv, line 2: Case reference", said.Output.TrimEnd());
        Assert.DoesNotContain(Case, said.Output + said.Error, StringComparison.Ordinal);
        var entry = store.Trail(long.MaxValue, "", "locate", 1).Single().Entry;
        Assert.Equal(("open", $"{pseudonym[..8]}…: Records are compared with files"), (entry.Subject, entry.Reason));
        Assert.Equal(1, store.PurposesWithId("open").Single().Shown);

        Assert.Contains(
            "No row of 000-good.csv", workspace.Run("locate", Good, "--pseudonym", new string('0', 32), "--purpose", "open").Output, StringComparison.Ordinal);
        Assert.Equal(0, workspace.Run("locate", Good, "--pseudonym", pseudonym, "--purpose", "open").ExitCode);
        var used = workspace.Run("locate", Good, "--pseudonym", pseudonym, "--purpose", "open");
        Assert.Equal(2, used.ExitCode);
    }

    [Theory]
    [InlineData("elsewhere", "A02", true, "outside the area or month")]
    [InlineData("over", "A01", false, "no open purpose")]
    [InlineData("none", "", true, "no open purpose")]
    [InlineData("other rows", "A01", true, "The purpose is not for rows of 'case-extract'", "crimes")]
    public void Nothing_is_told_without_a_purpose_that_covers_it(
        string id, string area, bool isOpen, string expected, string dataset = "case-extract")
    {
        if (area.Length > 0)
        {
            Give(id, area, isOpen ? 1 : -1, dataset);
        }

        var said = workspace.Run("locate", Good, "--pseudonym", pseudonym, "--purpose", id);

        Assert.Equal((2, ""), (said.ExitCode, said.Output));
        Assert.Contains(expected, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void No_more_lines_are_told_than_the_purpose_has_left()
    {
        Give("few", "A01", 1);
        var lines = File.ReadAllLines(Good);
        var twice = workspace.Files.Write("twice.csv", string.Join('\n', [.. lines, lines[1].Replace("S0101", "S0999", StringComparison.Ordinal)]) + "\n");

        var said = workspace.Run("locate", twice, "--pseudonym", pseudonym, "--purpose", "few");

        Assert.Equal((2, ""), (said.ExitCode, said.Output));
        Assert.Equal(0, store.PurposesWithId("few").Single().Shown);
    }

    [Fact]
    public void Two_datasets_are_linked_by_the_pseudonyms_that_both_hold_and_that_is_recorded()
    {
        using var own = new OrdinaryWorkspace();
        Assert.Equal(0, own.Run("synthesise", own.Files.At("nation"), "--crimes", "200").ExitCode);
        var suspects = own.Files.At("nation", "synthetic-suspects.csv");
        var crimes = own.Files.At("nation", "synthetic-crimes.csv");
        Assert.Equal(0, own.Run("import", crimes, suspects).ExitCode);
        var inCrimes = Column(File.ReadAllLines(crimes));
        var inSuspects = Column(File.ReadAllLines(suspects));

        var said = own.Run("link", "crimes", "suspects");

        Assert.True(said.ExitCode == 0, said.Error);
        Assert.Contains(
            $"crime: {inCrimes.Intersect(inSuspects).Count()} in both 'crimes' and 'suspects', {inCrimes.Except(inSuspects).Count()} only in the first, "
            + $"{inSuspects.Except(inCrimes).Count()} only in the second; by the same keyed pseudonym, link domain k",
            said.Output, StringComparison.Ordinal);
        Assert.Equal(said.Output, own.Run("link").Output);
        Assert.Equal(2, own.Run("link", "crimes", "no-such").ExitCode);
        Assert.Equal(2, own.Run("link", "crimes").ExitCode);
    }

    [Fact]
    public void Two_workspaces_share_pseudonyms_only_when_they_share_a_key()
    {
        using var folder = new TemporaryFolder();
        var key = new Dictionary<string, string> { ["CANDOUR_KEYS"] = folder.At("keys-a") };
        Assert.Equal(0, TheProgram.Run(key, "init", "--workspace", folder.At("a")).ExitCode);
        var handed = Directory.EnumerateFiles(folder.At("keys-a"), "k*.key").Single(path => Regex.IsMatch(Path.GetFileName(path), "^k[0-9a-f]{16}\\.key$"));
        Assert.Equal(0, TheProgram.Run("init", "--workspace", folder.At("b"), "--keys", folder.At("keys-b"), "--link-key", handed).ExitCode);
        Assert.Equal(0, TheProgram.Run("init", "--workspace", folder.At("c"), "--keys", folder.At("keys-c")).ExitCode);

        var pseudonyms = new[] { "a", "b", "c" }.Select(name => PseudonymOf(Must(Workspace.Open(folder.At(name))), "suspect", "S1")).ToList();

        Assert.Equal(pseudonyms[0], pseudonyms[1]);
        Assert.NotEqual(pseudonyms[0], pseudonyms[2]);
        var broken = folder.Write("broken.key", "not a key\n");
        File.SetUnixFileMode(broken, UnixFileMode.UserRead);
        var refused = TheProgram.Run("init", "--workspace", folder.At("d"), "--keys", folder.At("keys-d"), "--link-key", broken);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("holds no pseudonym key", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.At("d")));
    }

    private static Workspace Must(Candour.Kernel.Result<Workspace> opened) =>
        opened.Match(one => one, refusal => throw new InvalidOperationException(refusal.Sentence));

    private static string PseudonymOf(Workspace opened, string kind, string value) => PseudonymKey.Open(opened)
        .Match(key => key.Of(kind, value), refusal => throw new InvalidOperationException(refusal.Sentence));

    /// <summary>The crimes that a file names.</summary>
    private static HashSet<string> Column(string[] lines) =>
        Array.IndexOf(lines[0].Split(','), "crime") is var index ? [.. lines.Skip(1).Select(line => line.Split(',')[index])] : [];

    private void Give(string id, string area, int cap, string dataset = "case-extract")
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var person in new[] { "somebody", "lead" }.Where(one => store.FindPerson(one) is null))
        {
            store.AddPerson(
                new PersonRecord(person, person, person, SignInKind.Local, true, 1), Credentials.None, now, new AuditEntry(now, person, "invite", person, "", "test"));
        }

        store.GivePurpose(
            new PurposeRecord(
                id, "AuditSample", "somebody", "lead", dataset, "case-extract-areas", area, "", "Records are compared with files",
                now.AddDays(-2), cap > 0 ? now.AddDays(1) : now.AddDays(-1), Math.Abs(cap), 0),
            [], new AuditEntry(now, "lead", "assign purpose", id, area, "test"));
    }
}
