using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Candour.Kernel;

namespace Candour.Intake.Reading.Confined;

/// <summary>
/// Reads files in a process of its own, with bounds on memory, processor, time and output and, where the machine allows it,
/// without a network. A process that dies is a refusal in words and the next file gets a new one; the one who asked goes on.
/// </summary>
/// <param name="command">The program and its first words, such as <c>candour read-file</c>.</param>
public sealed class ReadingProcess(IReadOnlyList<string> command) : IDisposable
{
    /// <summary>The most memory that the reading process takes for objects.</summary>
    public const long MostMemory = 256L * 1024 * 1024;

    private const long BytesASecond = 1024 * 1024;

    private static readonly Lazy<bool> HasNoNetworkCommand = new(CanLeaveTheNetwork);

    private readonly Lock one = new();
    private Process? process;

    /// <summary>So many seconds of processor for a file of any length, and twice as many on the clock.</summary>
    internal int SecondsForAnyFile { get; init; } = 30;

    /// <summary>Starts the process before there is a file, so that it is ready when one comes.</summary>
    public void Begin()
    {
        lock (one)
        {
            process ??= Start();
        }
    }

    /// <summary>Hands every record of the file to the sink; refuses where the content breaks or takes too much.</summary>
    public Result<long> Read(SourceFile file, ReadingWishes wishes, IRecordSink sink)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(wishes);
        lock (one)
        {
            var seconds = SecondsForAnyFile + (int)(file.Length / BytesASecond);
            var running = process is { HasExited: false } ? process : process = Start();
            var (inTime, goesOn) = (true, false);
            using var deadline = new Timer(
                _ =>
                {
                    inTime = false;
                    Stop(running);
                },
                null, TimeSpan.FromSeconds(seconds * 2), Timeout.InfiniteTimeSpan);
            try
            {
                var request = new ReadingRequest(file.ShortName, file.Place, wishes.Delimiter, wishes.Encoding, [.. wishes.Names], seconds);
                running.StandardInput.WriteLine(JsonSerializer.Serialize(request, ReadingRequestContext.Default.ReadingRequest));
                running.StandardInput.Flush();
                using var buffered = new BufferedStream(new Unclosed(running.StandardOutput.BaseStream), 256 * 1024);
                using var frames = Frames.Reader(buffered);
                var read = Frames.Read(frames, sink);
                goesOn = read is not Result<long>.Refused { Refusal: RefusedByReader { Kind: nameof(ReadingStopped) } };
                return read;
            }
            catch (Exception fault) when (fault is IOException or InvalidDataException or FormatException)
            {
                return new ReadingStopped(
                    file.ShortName, inTime ? "ended before its end, by a limit or by something it cannot read" : $"took longer than {seconds * 2} seconds");
            }
            finally
            {
                // What is still on its way, because the sink wanted no more, would be taken for the next file's; and one that is
                // about to die must not be asked again.
                if (!goesOn)
                {
                    Stop(running);
                    running.Dispose();
                    process = null;
                }
            }
        }
    }

    public void Dispose()
    {
        if (process is not null)
        {
            Stop(process);
            process.Dispose();
        }
    }

    private Process Start()
    {
        process?.Dispose();
        IReadOnlyList<string> words = HasNoNetworkCommand.Value ? ["unshare", "-rn", "--", .. command] : command;
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

        // It needs nothing of what its parent was told: no workspace, no folder of keys.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("CANDOUR_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = $"0x{MostMemory:X}";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

    private static void Stop(Process running)
    {
        try
        {
            running.Kill();
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }

    private static bool CanLeaveTheNetwork()
    {
        try
        {
            using var tried = Process.Start(new ProcessStartInfo("unshare", ["-rn", "--", "true"])
            {
                RedirectStandardError = true, UseShellExecute = false,
            })!;
            tried.WaitForExit();
            return tried.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>The output of a process that goes on after one file.</summary>
    private sealed class Unclosed(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => inner.Read(buffer);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
