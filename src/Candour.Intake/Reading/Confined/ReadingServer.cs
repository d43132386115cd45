using System.Text.Json;

namespace Candour.Intake.Reading.Confined;

/// <summary>
/// The reading process itself: it binds itself by limits, then reads file after file as it is told on its input, and says what it
/// read on its output. It holds no key, no definition and no workspace, and ends when its input does.
/// </summary>
public static class ReadingServer
{
    /// <summary>The word that makes the program a reading process.</summary>
    public const string Verb = "read-file";

    /// <summary>Runs until the input ends.</summary>
    public static int Run(Stream input, Stream output)
    {
        ProcessLimits.Bind();
        using var requests = new StreamReader(input);
        using var buffered = new BufferedStream(output, 256 * 1024);
        using var frames = Frames.Writer(buffered);
        while (requests.ReadLine() is { } line)
        {
            var request = JsonSerializer.Deserialize(line, ReadingRequestContext.Default.ReadingRequest)!;
            ProcessLimits.AllowMore(request.CpuSeconds);
            var goesOn = Answer(request, frames);
            frames.Flush();
            if (!goesOn)
            {
                return 1;
            }
        }

        return 0;
    }

    private static bool Answer(ReadingRequest request, BinaryWriter frames)
    {
        var wishes = new ReadingWishes(request.Delimiter, request.Encoding, request.Names.ToHashSet(StringComparer.OrdinalIgnoreCase));
        try
        {
            if (FileReading.Read(request.Name, request.Place, wishes, new Frames.Writing(frames)).Try(out var records, out var refusal))
            {
                frames.Write(Frames.DoneFrame);
                frames.Write(records);
            }
            else
            {
                Frames.Write(frames, refusal);
            }

            return true;
        }
        catch (OutOfMemoryException)
        {
            Frames.Write(frames, new ReadingStopped(request.Name, "needed more memory than it may take"));
            return false;
        }
#pragma warning disable CA1031 // Whatever a hostile file makes a reader throw ends here, as a refusal in words.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Frames.Write(frames, new ReadingStopped(request.Name, $"met something it cannot read ({fault.GetType().Name})"));
            return false;
        }
    }
}
