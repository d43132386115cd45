using Candour.Intake.Submitting;

namespace Candour.Tests.CommandLine;

/// <summary>Somebody is forgotten: in the workspace, and in a restore of an older backup.</summary>
public sealed class EraseVerbTests(Store.PostgresServer server) : IDisposable
{
    private readonly TemporaryFolder files = new();

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_row_is_gone_from_the_workspace_and_from_the_restore_of_an_older_backup(string kind)
    {
        var first = Environment("first");
        Assert.Equal(0, TheProgram.Run(first, "synthesise", files.At("nation"), "--crimes", "2000").ExitCode);
        var crimes = files.At("nation", "synthetic-crimes.csv");
        var identifiers = files.Write("identifiers.txt", "SYN-F40-000001\n");
        Done(first, "init", "--store", kind);
        Done(first, "import", crimes);
        Done(first, "snapshot");
        Done(first, "backup", files.At("a.backup"));
        string[] erase = ["erase", "--dataset", "crimes", "--identifiers", identifiers, "--reason", "request 14"];
        Assert.Equal(2, TheProgram.Run(first, erase[..5]).ExitCode);
        var old = Assert.Single(Directory.EnumerateFiles(files.At("first", "submissions")));

        Assert.Contains("1 rows of 1 submissions were erased", Done(first, erase).Output, StringComparison.Ordinal);

        Assert.Contains("No row of the dataset", TheProgram.Run(first, erase).Error, StringComparison.Ordinal);
        Assert.Contains("inputs erased on ", TheProgram.Run(first, "compute").Error, StringComparison.Ordinal);
        Assert.Contains("Rows of the submission", TheProgram.Run(first, "import", crimes, "--replace").Error, StringComparison.Ordinal);
        Assert.False(File.Exists(old));
        Assert.Equal(1999, await RowsIn("first"));
        var ledger = files.Write("ledger", Done(first, "erase", "ledger").Output);
        Assert.DoesNotContain("SYN-", File.ReadAllText(ledger) + Done(first, "audit", "list").Output, StringComparison.Ordinal);

        Done(Environment("kept"), "restore", files.At("a.backup"), "--store", kind);
        Assert.Equal(1999, await RowsIn("kept"));
        File.Delete(Assert.Single(Directory.EnumerateFiles(files.At("keys"), "*.erasures")));
        var named = Environment("named");
        Done(named, "restore", files.At("a.backup"), "--store", kind, "--erasures", ledger);
        Assert.Equal(1999, await RowsIn("named"));
        Assert.Contains("request 14", Done(named, "audit", "list", "--act", "erase").Output, StringComparison.Ordinal);
        Assert.Equal(2, TheProgram.Run(Environment("wrong"), "restore", files.At("a.backup"), "--store", kind, "--erasures", crimes).ExitCode);
        Assert.False(Directory.Exists(files.At("wrong")));
    }

    public void Dispose() => files.Dispose();

    private async Task<int> RowsIn(string folder)
    {
        var path = Assert.Single(Directory.EnumerateFiles(files.At(folder, "submissions")));
        return (await SubmissionFile.ReadAsync(path, Repository.Catalogue.Datasets["crimes"], CancellationToken.None)).Count;
    }

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
