using System.Diagnostics;
using Npgsql;

[assembly: AssemblyFixture(typeof(Candour.Tests.Store.PostgresServer))]

namespace Candour.Tests.Store;

/// <summary>
/// A PostgreSQL server of the tests' own: in a temporary folder, on a socket in it and no port, as a person without
/// privileges (it refuses root). Started when a test first asks, stopped at the end, also when the tests are killed.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly string Programs = Directory.EnumerateDirectories("/usr/lib/postgresql").Max() + "/bin";

    private readonly Lazy<Process> server;
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"candour-postgres-{Environment.ProcessId}");
    private int schemas;

    public PostgresServer() => server = new Lazy<Process>(Start);

    /// <summary>The connection string of a database that holds nothing; each call gives another.</summary>
    public string NewDatabase()
    {
        _ = server.Value;
        var schema = $"test{Interlocked.Increment(ref schemas)}";
        using var connection = new NpgsqlConnection(Words("public"));
        connection.Open();
        using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand($"CREATE SCHEMA {schema}") } };
        batch.ExecuteNonQuery();
        return Words(schema);
    }

    public void Dispose()
    {
        if (server.IsValueCreated)
        {
            NpgsqlConnection.ClearAllPools();
            server.Value.StandardInput.Close();
            server.Value.WaitForExit();
            server.Value.Dispose();
        }
    }

    private string Words(string schema) =>
        $"Host={folder};Database=postgres;Username=postgres;Search Path={schema};Maximum Pool Size=20;Connection Idle Lifetime=5;Connection Pruning Interval=1";

    /// <summary>The shell that holds the server waits for a word that never comes; when we end, however we end, it stops it.</summary>
    private Process Start()
    {
        const string script =
            """
            set -e
            mkdir -m 700 "$1"
            trap 'rm -rf "$1"' EXIT
            "$2/initdb" -D "$1/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync > "$1/initdb.log" 2>&1
            "$2/postgres" -D "$1/data" -k "$1" -c listen_addresses= -c fsync=off -c max_connections=300 > "$1/server.log" 2>&1 &
            until "$2/pg_isready" -q -h "$1"; do kill -0 $!; sleep 0.05; done
            echo ready
            read -r _ || true
            kill -INT $!
            wait $! || true
            """;
        string[] shell = ["sh", "-c", script, "sh", folder, Programs];
        string[] words = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        var process = Process.Start(new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        })!;
        Assert.Equal("ready", process.StandardOutput.ReadLine());
        return process;
    }
}
