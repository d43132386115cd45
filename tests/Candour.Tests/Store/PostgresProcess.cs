using System.Diagnostics;

namespace Candour.Tests.Store;

/// <summary>
/// A PostgreSQL server of our own: in a temporary folder, on a socket in it and no port, as a person without privileges (it
/// refuses root). It stops when it is disposed of, and also when we are killed.
/// </summary>
internal sealed class PostgresProcess : IDisposable
{
    private const string Folders = "/usr/lib/postgresql";

    private readonly Process process;

    private PostgresProcess(Process process, string folder) => (this.process, Folder) = (process, folder);

    /// <summary>Whether the machine has the server's programs.</summary>
    public static bool IsInstalled => Directory.Exists(Folders);

    /// <summary>The folder with the socket: the host of a connection string.</summary>
    public string Folder { get; }

    /// <summary>Starts one in a new folder.</summary>
    /// <param name="settings">What is set beside the server's own values, such as <c>work_mem=512MB</c>.</param>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public static PostgresProcess Start(params string[] settings)
    {
        const string script =
            """
            set -e
            folder="$1" programs="$2"
            shift 2
            mkdir -m 700 "$folder"
            trap 'rm -rf "$folder"' EXIT
            "$programs/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync > "$folder/initdb.log" 2>&1
            "$programs/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=off -c max_connections=300 "$@" > "$folder/server.log" 2>&1 &
            until "$programs/pg_isready" -q -h "$folder"; do kill -0 $!; sleep 0.05; done
            echo ready
            read -r _ || true
            kill -INT $!
            wait $! || true
            """;
        var folder = Path.Combine(Path.GetTempPath(), $"candour-postgres-{Environment.ProcessId}");
        string[] shell = ["sh", "-c", script, "sh", folder, Directory.EnumerateDirectories(Folders).Max() + "/bin", .. settings.SelectMany(one => new[] { "-c", one })];
        string[] words = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        var process = Process.Start(new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        })!;
        return process.StandardOutput.ReadLine() == "ready"
            ? new PostgresProcess(process, folder) : throw new InvalidOperationException("PostgreSQL does not start.");
    }

    /// <summary>The shell that holds the server waits for a word that never comes; when we end, however we end, it stops it.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
