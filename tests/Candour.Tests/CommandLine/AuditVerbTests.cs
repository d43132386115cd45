using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Candour.Tests.CommandLine;

public sealed class AuditVerbTests : IDisposable
{
    private static readonly string Sample =
        Repository.At("samples", "cps-case-outcomes-2014-2018", "2014", "principal_offence_category_may_2014.csv");

    private readonly OrdinaryWorkspace made = new();

    [Fact]
    public void A_trail_is_listed_signed_and_verified_and_a_cut_tail_is_named()
    {
        Done("import", Sample);
        Done("snapshot");
        var head = made.Files.Write("head.json", Done("audit", "head").Output);

        var entries = JsonDocument.Parse(Done("audit", "list", "--act", "submit", "--since", "2020-01-01", "--json").Output).RootElement;
        var entry = Assert.Single(entries.EnumerateArray());
        Assert.Equal((1, "cps"), (entry.GetProperty("sequence").GetInt32(), entry.GetProperty("scope").GetString()));
        var documentation = File.ReadAllText(Repository.At("docs", "json.md"));
        Assert.All(entry.EnumerateObject(), key => Assert.Contains($"`{key.Name}`", documentation, StringComparison.Ordinal));
        Assert.Contains("2 entries, each as it was written, and in agreement", Done("audit", "verify", "--head", head).Output, StringComparison.Ordinal);
        Assert.Contains("No head was given", Done("audit", "verify").Output, StringComparison.Ordinal);
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(made.Folder, "candour.db")};Pooling=False"))
        {
            connection.Execute(
                """
                DROP TRIGGER audit_is_never_deleted; DROP TRIGGER audit_head_only_advances;
                DELETE FROM audit WHERE sequence = 2; UPDATE audit_head SET sequence = 1, hash = (SELECT hash FROM audit);
                """);
        }

        Assert.Equal(0, made.Run("audit", "verify").ExitCode);
        var said = made.Run("audit", "verify", "--head", head);
        Assert.Equal(2, said.ExitCode);
        Assert.Contains("broken after entry 1: it ends there and had 2 entries: its tail was cut.", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rotated_key_signs_and_the_rotation_is_in_the_trail()
    {
        var old = made.Files.Write("head.json", Done("audit", "head").Output);

        var said = Done("audit", "rotate-key", "--reason", "a year has passed");

        Assert.Contains("audit-2-", said.Output, StringComparison.Ordinal);
        Assert.Contains("a year has passed", Done("audit", "list", "--act", "rotate-key").Output, StringComparison.Ordinal);
        Done("audit", "verify", "--head", old, "--head", made.Files.Write("new.json", Done("audit", "head").Output));
        Assert.Equal(2, made.Run("audit", "verify", "--head", Sample).ExitCode);
        Assert.Equal(2, made.Run("audit", "list", "--since", "yesterday").ExitCode);
    }

    [Fact]
    public void Where_approval_is_required_nothing_unapproved_enters_a_snapshot()
    {
        using var files = new TemporaryFolder();
        var environment = new Dictionary<string, string> { ["CANDOUR_WORKSPACE"] = files.At("w"), ["CANDOUR_KEYS"] = files.At("keys") };
        Assert.Equal(0, TheProgram.Run(environment, "init", "--approval").ExitCode);
        Assert.Equal(0, TheProgram.Run(environment, "import", Sample).ExitCode);

        var said = TheProgram.Run(environment, "snapshot");

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("has been approved by a second person", said.Error, StringComparison.Ordinal);
        var store = Candour.Store.Workspace.Open(files.At("w")).Match(workspace => workspace.Store, no => throw new InvalidOperationException(no.Sentence));
        store.Approve(store.InForce()[0].Id, "somebody else", Store.Invented.Entry("approve"));
        Assert.Equal(0, TheProgram.Run(environment, "snapshot").ExitCode);
    }

    public void Dispose() => made.Dispose();

    private Said Done(params string[] verb)
    {
        var said = made.Run(verb);
        Assert.True(said.ExitCode == 0, said.Error);
        return said;
    }
}
