using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Candour.Tests.Intake.Stopping;

/// <summary>An import of many files by the real program, killed and begun again until every file is there.</summary>
internal sealed class KilledImport : IDisposable
{
    private const int KilledByNine = 137;

    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> environment;
    private readonly Dictionary<string, string> acknowledged = [];
    private readonly MonthlyFiles files;
    private readonly string workspace;

    /// <summary>Makes an empty workspace, in PostgreSQL when there is a connection string of an empty database, else in SQLite.</summary>
    public KilledImport(string store, int months, int rows, int seed)
    {
        files = new MonthlyFiles(folder.Path, months, rows, seed);
        workspace = folder.At("workspace");
        environment = new() { ["CANDOUR_KEYS"] = folder.At("keys") };
        var made = TheProgram.Run(
            new Dictionary<string, string>(environment) { ["CANDOUR_STORE"] = store },
            "init", "--workspace", workspace, "--store", store.Length == 0 ? "sqlite" : "postgresql");
        Assert.True(made.ExitCode == 0, made.Error);
        if (store.Length > 0)
        {
            using var written = JsonDocument.Parse(File.ReadAllBytes(folder.At("workspace", "workspace.json")));
            var beside = folder.Write($"keys/{written.RootElement.GetProperty("id").GetString()}.store", store);
            File.SetUnixFileMode(beside, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Workspace = new WholeWorkspace(workspace, files);
    }

    public WholeWorkspace Workspace { get; }

    public bool IsDone => Workspace.Present == files.Expected.Count;

    /// <summary>Lets the program die at a named moment; false when it did not come there.</summary>
    public bool KillAt(string point) => Killed(Start(point), int.MaxValue, TimeSpan.Zero);

    /// <summary>Kills it a while after it has told so many files that were not there; false when it had ended before.</summary>
    public bool KillAfter(int files, TimeSpan time) => Killed(Start(""), files == 0 ? 0 : Workspace.Present + files, time);

    /// <summary>Imports without a stop, and looks that everything is there.</summary>
    public void Finish()
    {
        using var program = Start("");
        var told = program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        Assert.True(program.ExitCode == 0, told);
        Look(told);
        Assert.True(IsDone, $"{Workspace.Present} of {files.Expected.Count} files are there.");
        Assert.Equal(files.Expected.Keys.Order(StringComparer.Ordinal), acknowledged.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(workspace, "*.new", SearchOption.AllDirectories));
    }

    public void Dispose() => folder.Dispose();

    private Process Start(string point)
    {
        var program = TheProgram.Start(
            new Dictionary<string, string>(environment) { ["CANDOUR_FAULT"] = point },
            "import", files.Folder, "--mapping", "case-extract", "--workspace", workspace, "--definitions", files.Definitions);
        program.ErrorDataReceived += (_, _) => { };
        program.BeginErrorReadLine();
        return program;
    }

    private bool Killed(Process program, int files, TimeSpan after)
    {
        using (program)
        {
            var told = new StringBuilder();
            while (files-- > 0 && program.StandardOutput.ReadLine() is { } line)
            {
                told.AppendLine(line);
            }

            if (!program.WaitForExit(after))
            {
                program.Kill();
            }

            told.Append(program.StandardOutput.ReadToEnd());
            program.WaitForExit();
            Look(told.ToString());
            return program.ExitCode == KilledByNine;
        }
    }

    private void Look(string told)
    {
        foreach (var (file, submission) in WholeWorkspace.Acknowledged(told))
        {
            acknowledged[file] = submission;
        }

        Workspace.Look(acknowledged);
    }
}
