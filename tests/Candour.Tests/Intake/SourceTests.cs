using Candour.CommandLine;
using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Keys;
using Candour.Tests.Store;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Candour.Tests.Intake;

/// <summary>Rows pulled from a real database are read as the same rows in a file are, and the database is never written.</summary>
public sealed class SourceTests(PostgresServer server) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Sqlite_says_what_the_same_rows_say_in_a_file() => SaysTheSame(Sqlite("SELECT * FROM case_extract"));

    [Fact]
    public void PostgreSql_says_what_the_same_rows_say_in_a_file() => SaysTheSame(PostgreSql("SELECT * FROM case_extract"));

    [Fact]
    public void A_query_that_writes_is_refused_by_the_settings_and_by_the_database()
    {
        var deleting = "WITH gone AS (DELETE FROM case_extract RETURNING *) SELECT * FROM gone";
        var source = PostgreSql(deleting);

        Assert.Contains("25006", Said(Read(source)), StringComparison.Ordinal);
        Assert.Equal(Rows().Count, Read(source with { Query = "SELECT * FROM case_extract" }).Match(file => (int)file.Read, _ => 0));
        Assert.Contains("is not one SELECT", (source with { Query = "DELETE FROM case_extract" }).Wrong(), StringComparison.Ordinal);
        Assert.Contains("is not one SELECT", (source with { Query = "SELECT 1; DROP TABLE case_extract" }).Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_in_the_settings_or_in_an_open_file_is_refused()
    {
        var source = PostgreSql("SELECT * FROM case_extract");
        var open = folder.Write("password", "x");
        File.SetUnixFileMode(open, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Assert.Contains("holds a password", (source with { Connection = source.Connection + ";Password=x" }).Wrong(), StringComparison.Ordinal);
        Assert.Contains("open to others", Said(Read(source with { PasswordFile = open })), StringComparison.Ordinal);
        SecretFile.Create(folder.At("secret"), "x");
        Assert.Equal("", Said(Read(source with { PasswordFile = folder.At("secret") })));
    }

    [Fact]
    public void A_table_that_is_not_there_is_said_without_what_the_database_says() => Assert.Equal(
        "The source 'here' could not be read (its database says 42P01): nothing was taken. See that the database runs, that its user may read what the query "
        + "in the settings names, and that the query is one SELECT.",
        Said(Read(PostgreSql("SELECT * FROM no_such_table"))));

    [Fact]
    public async Task Is_submitted_like_a_file_and_only_once()
    {
        var workspace = PseudonymKey.Create(folder.At("keys"), folder.At("workspace"))
            .Then(key => Workspace.Create(folder.At("workspace"), WorkspaceKind.Ordinary, StoreKind.Sqlite, ApprovalRule.None, key, folder.At("keys")))
            .Match(made => made, no => throw new InvalidOperationException(no.Sentence));
        var open = new OpenWorkspace(workspace, Repository.Catalogue);
        var settings = folder.Write("settings.json", $$"""
            {"sources": [{"name": "here", "kind": "Sqlite", "mapping": "case-extract", "file": "{{Sqlite("SELECT 1").File}}", "query": "SELECT * FROM case_extract"}]}
            """);

        async Task<string> Import(string name) =>
            SourceImport.Check(open, settings, name, WishOptions.Today).Try(out var pulled, out var refusal)
                ? (await Submission.SubmitAsync(pulled, workspace, replace: false, DateTimeOffset.UnixEpoch, "me", default)).Match(taken => $"{taken.Record.Rows} {taken.IsNew}", no => no.Sentence)
                : refusal.Sentence;

        Assert.Equal($"{Rows().Count} True", await Import("here"));
        Assert.Equal($"{Rows().Count} False", await Import("here"));
        Assert.Equal("The settings list no source 'there': choose one of here.", await Import("there"));
    }

    [Fact]
    public void Is_seen_beforehand_and_reconciled_with_a_manifest_like_a_file()
    {
        var environment = new Dictionary<string, string> { ["CANDOUR_WORKSPACE"] = folder.At("workspace"), ["CANDOUR_KEYS"] = folder.At("keys") };
        Assert.Equal(0, TheProgram.Run(environment, "init").ExitCode);
        var settings = folder.Write("settings.json", $$"""
            {"sources": [{"name": "here", "kind": "Sqlite", "mapping": "case-extract", "file": "{{Sqlite("SELECT 1").File}}", "query": "SELECT * FROM case_extract"}]}
            """);
        Said Import(params string[] more) => TheProgram.Run(environment, ["import", "--source", "here", "--settings", settings, .. more]);
        string Manifest(int rows) => folder.Write("manifest.json", $$"""{"files": [{"name": "here", "rows": {{rows}}}]}""");

        var seen = Import("--preview", "--json");
        Assert.True(seen.ExitCode == 0, seen.Error);
        Assert.Equal(Rows().Count, System.Text.RegularExpressions.Regex.Matches(seen.Output, "\"added\": ([0-9]+)")
            .Sum(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
        var differs = Import("--manifest", Manifest(Rows().Count + 1));
        Assert.Equal(2, differs.ExitCode);
        Assert.Contains($"says that here has rows: {Rows().Count + 1}, and it has {Rows().Count}", differs.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder.At("workspace", "submissions")));

        Assert.Equal(0, Import("--manifest", Manifest(Rows().Count)).ExitCode);

        Assert.Single(Directory.EnumerateFiles(folder.At("workspace", "submissions")));
    }

    [Fact]
    public async Task R13_a_table_that_changes_while_it_is_read_is_read_as_it_was()
    {
        var source = PostgreSql("SELECT case_extract.* FROM case_extract, LATERAL (SELECT pg_sleep(0.1 + 0 * length(case_id))) AS slowly");
        var before = Values(Read(source with { Query = "SELECT * FROM case_extract" }));
        await using var connection = new NpgsqlConnection(source.Connection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);

        var reading = Task.Run(() => Read(source));
        while (connection.ExecuteScalar<long>("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%AS slowly%' AND pid <> pg_backend_pid()") == 0)
        {
            await Task.Delay(5);
        }

        connection.Execute("UPDATE case_extract SET unit = 'U13'; DELETE FROM case_extract WHERE case_id = 'C000106'");

        Assert.Equal(before, Values(await reading));
        Assert.Equal(Rows().Count - 1, Values(Read(source with { Query = "SELECT * FROM case_extract" })).Count);

        static List<string> Values(Result<CheckedFile> read) => read.Match(
            file => file.Rows.Select(row => string.Join('|', row.Values)).ToList(), refusal => throw new InvalidOperationException(refusal.Sentence));
    }

    public void Dispose() => folder.Dispose();

    private static void SaysTheSame(SourceSettings source)
    {
        var pulled = Read(source).Match(file => file, refusal => throw new InvalidOperationException(refusal.Sentence));
        var read = SourceFile.Open(Good).Then(file => Check(file, FileReading.Here)).Match(file => file, refusal => throw new InvalidOperationException(refusal.Sentence));

        Assert.Equal(read.Acceptance, pulled.Acceptance);
        Assert.Equal(read.Rows.Select(row => string.Join('|', row.Values)), pulled.Rows.Select(row => string.Join('|', row.Values)));
        Assert.Equal("", source.Wrong());
    }

    private static Result<CheckedFile> Read(SourceSettings source)
    {
        using var reading = new DatabaseReading(source.Database());
        return Check(reading.File, reading.Read);
    }

    private static Result<CheckedFile> Check(SourceFile file, FileReader reader) => Checking.Check(
        file, "case-extract", Repository.Catalogue, new Pseudonymiser("test", new byte[32], "test"), new CheckWishes(new DateOnly(2026, 11, 1)) { Reader = reader });

    private static string Said(Result<CheckedFile> result) => result.Match(_ => "", refusal => refusal.Sentence);

    private static string Good => Repository.At("tests", "Candour.Tests", "Fixtures", "BadInput", "000-good.csv");

    private static List<string[]> Rows() => [.. File.ReadLines(Good).Skip(1).Select(line => line.Split(','))];

    private SourceSettings Sqlite(string query)
    {
        var file = folder.At("cases.db");
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Fill(connection, "");
        return new SourceSettings("here", StoreKind.Sqlite, "case-extract", query, File: file);
    }

    private SourceSettings PostgreSql(string query)
    {
        var words = server.NewDatabase();
        using var connection = new NpgsqlConnection(words);
        connection.Open();
        Fill(connection, "::date");
        return new SourceSettings("here", StoreKind.PostgreSql, "case-extract", query, Connection: words);
    }

    private static void Fill(System.Data.Common.DbConnection connection, string asDate)
    {
        string[] names = [.. File.ReadLines(Good).First().Split(',')];
        connection.Execute($"CREATE TABLE case_extract ({string.Join(", ", names.Select(name => $"{name} {(name.EndsWith("_date", StringComparison.Ordinal) ? "date" : name == "victim_age" ? "integer" : "text")}"))})");
        foreach (var row in Rows())
        {
            var values = new DynamicParameters();
            for (var i = 0; i < names.Length; i++)
            {
                values.Add(names[i], row[i].Length == 0 ? null : names[i] == "victim_age" ? int.Parse(row[i]) : row[i]);
            }

            connection.Execute(
                $"INSERT INTO case_extract ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(name => $"@{name}" + (name.EndsWith("_date", StringComparison.Ordinal) ? asDate : "")))})", values);
        }
    }
}
