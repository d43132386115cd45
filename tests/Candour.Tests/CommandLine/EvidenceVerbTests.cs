using Candour.Kernel;

namespace Candour.Tests.CommandLine;

/// <summary>A document by the verbs: put in, taken out, erased, and not brought back by the restore of an older backup.</summary>
public sealed class EvidenceVerbTests(Store.PostgresServer server) : IDisposable
{
    private readonly TemporaryFolder files = new();

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public void What_is_erased_is_gone_from_the_workspace_and_from_the_restore_of_an_older_backup(string kind)
    {
        var first = Environment("first");
        Done(first, "init", "--store", kind);
        var note = files.Write("Jane Example.txt", "A note about one case.\n");
        string[] put = ["evidence", "put", note, "--title", "Note of the sample", "--owner", "synthetic-nation:a01", "--class", "restricted", "--purpose", "Compared with its rows", "--keep", "7"];
        var reference = Done(first, put).Output.Trim();
        Assert.Equal("evidence/" + ContentHash.OfFile(note), reference);
        Assert.Contains("are kept already", TheProgram.Run(first, put).Error, StringComparison.Ordinal);
        Assert.Equal(2, TheProgram.Run(first, [.. put[..3], "--title", "Another", "--owner", "nowhere", "--class", "public", "--keep", "7"]).ExitCode);
        Assert.Contains(
            "has no redacted version", TheProgram.Run(first, "evidence", "take", reference, "--redacted", "--into", files.At("out"), "--reason", "Asked for by the inspector").Error,
            StringComparison.Ordinal);
        Done(first, "evidence", "redact", reference, files.Write("redacted.txt", "A note.\n"));

        Assert.Contains("restricted  */synthetic-nation:a01", Done(first, "evidence", "list").Output, StringComparison.Ordinal);
        Assert.Contains("\"hasRedacted\": true", Done(first, "evidence", "list", "--json").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Jane", Done(first, "evidence", "list", "--json").Output + Done(first, "audit", "list").Output, StringComparison.Ordinal);
        Assert.Contains("Nothing is due", Done(first, "retention").Output, StringComparison.Ordinal);
        string[] take = ["evidence", "take", reference, "--into", files.At("out"), "--reason", "The file is compared with its rows"];
        Assert.Equal(2, TheProgram.Run(first, take[..5]).ExitCode);
        var taken = Done(first, take).Output.Trim();
        Assert.Equal(("A note about one case.\n", $"note-of-the-sample-{reference[9..21]}.txt"), (File.ReadAllText(taken), Path.GetFileName(taken)));
        Assert.Equal(2, TheProgram.Run(first, take).ExitCode);
        Assert.Equal("A note.\n", File.ReadAllText(Done(first, [.. take, "--redacted"]).Output.Trim()));
        Assert.Contains("The file is compared with its rows", Done(first, "audit", "list", "--act", "open evidence").Output, StringComparison.Ordinal);

        Done(first, "backup", files.At("a.backup"));
        Assert.Equal(2, Directory.EnumerateFiles(files.At("first", "kept")).Count());
        Assert.Equal(2, TheProgram.Run(first, "evidence", "erase", reference).ExitCode);
        Done(first, "evidence", "erase", reference, "--reason", "It was put in by mistake");

        Assert.Empty(Directory.EnumerateFiles(files.At("first", "kept")));
        Assert.Contains("was erased on", TheProgram.Run(first, take).Error, StringComparison.Ordinal);
        Assert.Contains("is not put back", TheProgram.Run(first, put).Error, StringComparison.Ordinal);
        Assert.Empty(Done(first, "evidence", "list").Output);
        var ledger = files.Write("ledger", Done(first, "erase", "ledger").Output);
        Assert.Contains(reference[9..], File.ReadAllText(ledger), StringComparison.Ordinal);
        Done(first, "backup", files.At("b.backup"));

        // From the ledger beside the keys, from one that is named, and in a backup of afterwards.
        AssertGone("kept", "a.backup");
        AssertGone("after", "b.backup");
        File.Delete(Assert.Single(Directory.EnumerateFiles(files.At("keys"), "*.erasures")));
        AssertGone("named", "a.backup", "--erasures", ledger);

        void AssertGone(string name, string backup, params string[] more)
        {
            var restored = Environment(name);
            Done(restored, ["restore", files.At(backup), "--store", kind, .. more]);
            Assert.Empty(Directory.EnumerateFiles(files.At(name, "kept")));
            Assert.Contains("was erased on", TheProgram.Run(restored, "evidence", "take", reference, "--reason", "The file is compared with its rows").Error, StringComparison.Ordinal);
        }
    }

    public void Dispose() => files.Dispose();

    private static Said Done(Dictionary<string, string> environment, params string[] verb)
    {
        var said = TheProgram.Run(environment, verb);
        Assert.True(said.ExitCode == 0, said.Error);
        return said;
    }

    private Dictionary<string, string> Environment(string name) => new()
    {
        ["CANDOUR_WORKSPACE"] = files.At(name), ["CANDOUR_KEYS"] = files.At("keys"), ["CANDOUR_STORE"] = server.NewDatabase(),
    };
}
