namespace Candour.Tests.CommandLine;

/// <summary>A drill, with the real program: backup, loss, restore, the same figure; and a move from one database to the other.</summary>
public sealed class BackupVerbTests(Store.PostgresServer server) : IDisposable
{
    private static readonly string[] Question = ["figure", "sexual-offence-prosecutions-convicted-share", "--period", "2014-05", "--json"];

    private readonly TemporaryFolder files = new();

    [Theory]
    [InlineData("sqlite", "postgresql")]
    [InlineData("postgresql", "sqlite")]
    public void A_workspace_comes_back_in_either_database_with_the_same_figures(string from, string to)
    {
        var first = Environment("first");
        var second = Environment("second");
        Done(first, "init", "--store", from);
        Done(first, "import", Repository.At("samples", "cps-case-outcomes-2014-2018", "2014", "principal_offence_category_may_2014.csv"));
        Done(first, "snapshot");
        Done(first, "compute");
        var figure = Done(first, Question).Output;
        Assert.Contains("written and read back: 1 submissions", Done(first, "backup", files.At("a.backup")).Output, StringComparison.Ordinal);
        Done(second, "backup", "verify", files.At("a.backup"));
        Assert.Contains("Say which file", Run(first, "backup").Error, StringComparison.Ordinal);

        Done(second, "restore", files.At("a.backup"), "--store", to);
        Done(second, "compute");

        Assert.Equal(figure, Done(second, Question).Output);
        Assert.Contains("each as it was written", Done(second, "audit", "verify").Output, StringComparison.Ordinal);
        var again = Run(second, "restore", files.At("a.backup"), "--store", to, "--workspace", files.At("third"));
        Assert.Equal(to == "postgresql" ? 2 : 0, again.ExitCode);
    }

    public void Dispose() => files.Dispose();

    private static Said Done(Dictionary<string, string> environment, params string[] verb)
    {
        var said = Run(environment, verb);
        Assert.True(said.ExitCode == 0, said.Error);
        return said;
    }

    private static Said Run(Dictionary<string, string> environment, params string[] verb) => TheProgram.Run(environment, verb);

    private Dictionary<string, string> Environment(string name) => new()
    {
        ["CANDOUR_WORKSPACE"] = files.At(name), ["CANDOUR_KEYS"] = files.At("keys"), ["CANDOUR_STORE"] = server.NewDatabase(),
    };
}
