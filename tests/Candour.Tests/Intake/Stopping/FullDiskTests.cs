using System.Diagnostics;

namespace Candour.Tests.Intake.Stopping;

/// <summary>
/// A disk that is full: said in one sentence, nothing half written, what was there stays, and the same command works when there is
/// space. The disk is one of 24 MB in memory, mounted in a namespace of its own; where that is not allowed, files may not grow
/// beyond a limit instead, which needs no permission and is tried everywhere.
/// </summary>
public sealed class FullDiskTests(FullDiskTests.Prepared prepared) : IClassFixture<FullDiskTests.Prepared>, IDisposable
{
    private const string OnAFullDisk =
        """
        disk=$1 out=$2 left=$3 prepared=$4; shift 4
        mount -t tmpfs -o size=24m tmpfs "$disk"
        cp -r "$prepared" "$disk/workspace"
        free="$(df -k --output=avail "$disk" | tail -n 1)"
        head -c "$(((free - left) * 1024))" /dev/zero > "$disk/filler"
        "$@" > "$out/said" 2> "$out/error" && echo 0 > "$out/code" || echo "$?" > "$out/code"
        rm "$disk/filler"
        cp -r "$disk/workspace" "$out/after"
        "$@" > "$out/said-again" 2> "$out/error-again" && echo 0 > "$out/code-again" || echo "$?" > "$out/code-again"
        cp -r "$disk/workspace" "$out/end"
        """;

    private const string WithALimit =
        """
        disk=$1 out=$2 left=$3 prepared=$4; shift 4
        cp -r "$prepared" "$disk/workspace"
        ( trap '' XFSZ; ulimit -f "$((left * 2))"; "$@" > "$out/said" 2> "$out/error" ) && echo 0 > "$out/code" || echo "$?" > "$out/code"
        cp -r "$disk/workspace" "$out/after"
        "$@" > "$out/said-again" 2> "$out/error-again" && echo 0 > "$out/code-again" || echo "$?" > "$out/code-again"
        cp -r "$disk/workspace" "$out/end"
        """;

    private static readonly Lazy<bool> MayMount = new(() => Shell("mount -t tmpfs tmpfs /tmp", mounts: true).Code == 0);

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public void A_full_disk_is_said_in_a_sentence_and_harms_nothing(int kilobytesLeft) =>
        IsSaidAndHarmsNothing(MayMount.Value ? OnAFullDisk : WithALimit, MayMount.Value, kilobytesLeft);

    [Fact]
    public void A_file_that_may_not_grow_is_said_in_a_sentence_and_harms_nothing() => IsSaidAndHarmsNothing(WithALimit, mounts: false, 40);

    public void Dispose() => folder.Dispose();

    private void IsSaidAndHarmsNothing(string script, bool mounts, int left)
    {
        var disk = Directory.CreateDirectory(folder.At("disk")).FullName;
        var (code, said) = Shell(
            script, mounts,
            [disk, folder.Path, $"{left}", prepared.Workspace, .. Program(disk, "import", prepared.Files.Folder, "--mapping", "case-extract", "--definitions", prepared.Files.Definitions)]);
        Assert.True(code == 0, said);

        var error = File.ReadAllText(folder.At("error"));
        Assert.Equal("1", File.ReadAllText(folder.At("code")).Trim());
        Assert.StartsWith("The disk or its permissions stopped this: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        var after = new WholeWorkspace(folder.At("after"), prepared.Files);
        after.Look(prepared.Told);
        Assert.Equal(("0 lost, 0 partial, 0 duplicated", 1), (after.Wrong, after.Present));
        Assert.Empty(Directory.EnumerateFiles(folder.At("after", "submissions"), "*.new"));
        Assert.True(File.ReadAllText(folder.At("code-again")).Trim() == "0", File.ReadAllText(folder.At("error-again")));
        var end = new WholeWorkspace(folder.At("end"), prepared.Files);
        end.Look(WholeWorkspace.Acknowledged(File.ReadAllText(folder.At("said-again"))));
        Assert.Equal(("0 lost, 0 partial, 0 duplicated", 2), (end.Wrong, end.Present));
    }

    /// <summary>The words that start the program on the workspace in a place.</summary>
    private static string[] Program(string place, string verb, params string[] more) =>
        ["dotnet", Path.Combine(AppContext.BaseDirectory, "candour.dll"), verb, .. more, "--workspace", Path.Combine(place, "workspace")];

    private static (int Code, string Said) Shell(string script, bool mounts, params string[] words)
    {
        string[] command = [.. mounts ? new[] { "unshare", "-rm" } : [], "sh", "-e", "-c", script, "sh", .. words];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        // The runtime maps its own code through a file in memory, to which a limit on files would apply.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var shell = Process.Start(start)!;
        var error = shell.StandardError.ReadToEndAsync();
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, output + error.Result);
    }

    /// <summary>A workspace in which one file of two was told, made once.</summary>
    public sealed class Prepared : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public Prepared()
        {
            Files = new MonthlyFiles(folder.Path, months: 2, rows: 4_000, seed: 1);
            Run("init", "--keys", folder.At("keys"));
            Told = WholeWorkspace.Acknowledged(Run(
                "import", Path.Combine(Files.Folder, "f000.csv"), "--mapping", "case-extract", "--definitions", Files.Definitions));
            Assert.Single(Told);
        }

        internal MonthlyFiles Files { get; }

        internal Dictionary<string, string> Told { get; }

        internal string Workspace => folder.At("workspace");

        public void Dispose() => folder.Dispose();

        private string Run(params string[] words)
        {
            var (code, said) = Shell("exec \"$@\"", mounts: false, Program(folder.Path, words[0], words[1..]));
            Assert.True(code == 0, said);
            return said;
        }
    }
}
