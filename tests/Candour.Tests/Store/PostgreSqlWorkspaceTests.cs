
namespace Candour.Tests.Store;

/// <summary>A workspace whose store is on a server: the same verbs, and a sentence for each thing that can be wrong.</summary>
public sealed class PostgreSqlWorkspaceTests(PostgresServer server) : IDisposable
{
    private readonly TemporaryFolder files = new();

    [Fact]
    public void A_file_becomes_a_figure()
    {
        var words = server.NewDatabase();
        Done(words, "init", "--store", "postgresql");
        Done(words, "import", Repository.At("samples", "cps-case-outcomes-2014-2018", "2014", "principal_offence_category_may_2014.csv"));
        Done(words, "snapshot");
        Done(words, "compute");
        var figure = Done(words, "figure", "sexual-offence-prosecutions-convicted-share", "--period", "2014-05");

        Assert.Contains("%", figure.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(files.At("workspace"), "*.db", SearchOption.AllDirectories));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(files.At("workspace"), "*.json"), file => File.ReadAllText(file).Contains("Host=", StringComparison.Ordinal));
    }

    [Fact]
    public void The_connection_string_may_lie_beside_the_keys_readable_by_the_owner_alone()
    {
        var words = server.NewDatabase();
        Done(words, "init", "--store", "postgresql");
        var missing = Run("", "snapshot");
        var file = files.Write($"keys/{Path.GetFileName(missing.Error.Split(' ').Single(word => word.Contains(".store", StringComparison.Ordinal)).TrimEnd(','))}", words);

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Contains("can be read by other people", Run("", "snapshot").Error, StringComparison.Ordinal);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Contains("Nothing has been submitted", Run("", "snapshot").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "needs its connection string: set CANDOUR_STORE")]
    [InlineData("Host=localhost;Port=1;Database=d;Username=u;Password=secret", "localhost:1/d cannot be reached")]
    [InlineData("Host=nowhere.invalid;Database=d;Username=u;Password=secret", "nowhere.invalid:5432/d cannot be reached")]
    [InlineData("Datenbank=secret", "is not one of PostgreSQL")]
    [InlineData("Host=secret", "is not one of PostgreSQL")]
    public void A_store_out_of_reach_is_refused_and_nothing_is_made(string words, string sentence)
    {
        var said = Run(words, "init", "--store", "postgresql");

        Assert.Equal(2, said.ExitCode);
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(files.Path));
    }

    [Fact]
    public void A_database_that_is_not_there_is_refused()
    {
        var said = Run(server.NewDatabase().Replace("Database=postgres", "Database=nothing", StringComparison.Ordinal), "init", "--store", "postgresql");

        Assert.Contains("refuses to open", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_store_of_another_workspace_is_refused()
    {
        var words = server.NewDatabase();
        Done(words, "init", "--store", "postgresql");
        Done(words, "import", Repository.At("samples", "cps-case-outcomes-2014-2018", "2014", "principal_offence_category_may_2014.csv"));

        var said = TheProgram.Run(Environment(words), "init", "--store", "postgresql", "--workspace", files.At("other"));

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("belongs to another workspace", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_is_no_kind_of_store_is_refused() =>
        Assert.Contains("There is no kind of store 'mysql'", Run("", "init", "--store", "mysql").Error, StringComparison.Ordinal);

    public void Dispose() => files.Dispose();

    private Said Done(string words, params string[] verb)
    {
        var said = Run(words, verb);
        Assert.True(said.ExitCode == 0, said.Error);
        return said;
    }

    private Said Run(string words, params string[] verb) => TheProgram.Run(Environment(words), verb);

    private Dictionary<string, string> Environment(string words) => new()
    {
        ["CANDOUR_WORKSPACE"] = files.At("workspace"), ["CANDOUR_KEYS"] = files.At("keys"), ["CANDOUR_STORE"] = words,
    };
}
