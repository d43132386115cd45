using System.Diagnostics;
using System.Text;
using Candour.Intake.Reading;
using Candour.Intake.Reading.Confined;
using Candour.Kernel;

namespace Candour.Tests.Intake.Reading;

/// <summary>The bounds of the process that reads files, met by the real process: files, processor, memory, time, output, and its own death.</summary>
public sealed class ReadingProcessTests : IDisposable
{
    private const int KilledForProcessorTime = 128 + 24;

    private static readonly string[] Program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "candour.dll"), ReadingServer.Verb];

    private static readonly string Good = Repository.At("tests", "Candour.Tests", "Fixtures", "BadInput", "000-good.csv");

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void It_may_write_no_file_leave_no_core_see_no_network_and_knows_nothing_of_the_workspace()
    {
        Environment.SetEnvironmentVariable("CANDOUR_PLANTED", "secret");
        using var reading = new ReadingProcess(Program);
        Assert.Equal(6, Rows(reading, Good));
        var child = Child();

        var limits = File.ReadAllLines($"/proc/{child}/limits");
        string Limit(string name) => limits.Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Trim().Split(' ')[0];
        Assert.Equal(("0", "0"), (Limit("Max file size"), Limit("Max core file size")));
        Assert.InRange(int.Parse(Limit("Max cpu time")), 1, 60);
        var environment = File.ReadAllText($"/proc/{child}/environ");
        Assert.DoesNotContain("CANDOUR_", environment, StringComparison.Ordinal);
        Assert.Contains($"DOTNET_GCHeapHardLimit=0x{ReadingProcess.MostMemory:X}", environment, StringComparison.Ordinal);
        Assert.Equal(MayLeaveTheNetwork(), Network($"{child}") != Network("self"));
    }

    [Fact]
    public void One_that_died_is_followed_by_another()
    {
        using var reading = new ReadingProcess(Program);
        Assert.Equal(6, Rows(reading, Good));
        using (var child = Process.GetProcessById(Child()))
        {
            child.Kill();
            child.WaitForExit();
        }

        Assert.Equal(6, Rows(reading, Good));
    }

    [Fact]
    public void One_whose_sink_wants_no_more_is_followed_by_another()
    {
        using var reading = new ReadingProcess(Program);
        for (var i = 0; i < 5; i++)
        {
            var asked = SourceFile.Open(Good);
            Assert.Throws<OperationCanceledException>(() => asked.Then(file => reading.Read(file, new ReadingWishes(',', "", new HashSet<string>()), new Enough())));

            Assert.Equal(6, Rows(reading, Good));
        }
    }

    [Fact]
    public void One_that_uses_more_processor_than_a_file_is_worth_is_killed()
    {
        var path = folder.At("long.csv");
        using (var file = new StreamWriter(path))
        {
            for (var i = 0; i < 4_000_000; i++)
            {
                file.Write("a,b,c,d,e,f,g,h\n");
            }
        }

        using var process = Start("0x10000000", path, seconds: 0);
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();

        Assert.Equal(KilledForProcessorTime, process.ExitCode);
    }

    [Fact]
    public void One_that_needs_more_memory_than_it_may_take_says_so()
    {
        var path = folder.Write("wide.csv", new string('x', 3_900_000) + "\n");

        using var process = Start("0xC00000", path, seconds: 10);
        using var frames = new BinaryReader(process.StandardOutput.BaseStream, Encoding.UTF8);
        var answer = Frames.Read(frames, new Nobody());

        Assert.Contains("needed more memory than it may take", answer.Match(_ => "", refusal => refusal.Sentence), StringComparison.Ordinal);
        process.WaitForExit();
        Assert.Equal(1, process.ExitCode);
    }

    [Theory]
    [InlineData("read -r line; exec sleep 100", "took longer than 2 seconds")]
    [InlineData("read -r line; exit 3", "ended before its end")]
    [InlineData("read -r line; head -c 100000 /dev/zero", "ended before its end")]
    [InlineData("read -r line; printf 'R\\1\\0\\0\\0\\0\\0\\0\\0\\1\\0\\377\\377\\377\\177'; exec sleep 100", "ended before its end")]
    public void One_that_says_nothing_too_much_or_something_else_is_stopped(string says, string sentence)
    {
        using var reading = new ReadingProcess(["sh", "-c", says]) { SecondsForAnyFile = 1 };

        Assert.Contains(sentence, Read(reading, Good).Match(_ => "", refusal => refusal.Sentence), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static long Rows(ReadingProcess reading, string path)
    {
        var sink = new Nobody();
        Assert.True(Read(reading, path) is Result<long>.Accepted);
        return Read(reading, path, sink).Match(_ => sink.Records - 1, refusal => throw new InvalidOperationException(refusal.Sentence));
    }

    private static Result<long> Read(ReadingProcess reading, string path, Nobody? sink = null) =>
        SourceFile.Open(path).Then(file => reading.Read(file, new ReadingWishes(',', "", new HashSet<string>()), sink ?? new Nobody()));

    private static Process Start(string memory, string path, int seconds)
    {
        var start = new ProcessStartInfo(Program[0], Program[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = memory;
        var process = Process.Start(start)!;
        process.StandardInput.WriteLine(
            System.Text.Json.JsonSerializer.Serialize(new { Name = Path.GetFileName(path), Place = path, Delimiter = ",", Encoding = "", Names = Array.Empty<string>(), CpuSeconds = seconds }));
        process.StandardInput.Close();
        return process;
    }

    /// <summary>The reading process that this one has started; of unshare, the program in its place.</summary>
    private static int Child() => Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(int.Parse!)
        .First(id => Text($"/proc/{id}/stat").Split(") ").Last().Split(' ') is [_, var parent, ..] && parent == $"{Environment.ProcessId}"
            && Text($"/proc/{id}/cmdline").Contains(ReadingServer.Verb, StringComparison.Ordinal));

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string Network(string process) => new FileInfo($"/proc/{process}/ns/net").LinkTarget!;

    private static bool MayLeaveTheNetwork()
    {
        using var tried = Process.Start(new ProcessStartInfo("unshare", ["-rn", "--", "true"]) { RedirectStandardError = true })!;
        tried.WaitForExit();
        return tried.ExitCode == 0;
    }

    /// <summary>Counts records and keeps nothing.</summary>
    private class Nobody : IRecordSink
    {
        public long Records { get; private set; }

        public void Begin(SourceForm form)
        {
        }

        public void BeginSheet(SheetHeading heading)
        {
        }

        public virtual void Take(SourceRecord record) => Records++;

        public void EndSheet(IReadOnlyList<Finding> findings)
        {
        }
    }

    /// <summary>Wants no more after the first record.</summary>
    private sealed class Enough : Nobody
    {
        public override void Take(SourceRecord record) => throw new OperationCanceledException();
    }
}
