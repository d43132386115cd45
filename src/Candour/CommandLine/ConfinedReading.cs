using System.Reflection;
using Candour.Intake.Reading;
using Candour.Intake.Reading.Confined;
using Candour.Kernel;

namespace Candour.CommandLine;

/// <summary>The process of our own program in which files are read; started with the first file, ended with the program.</summary>
internal static class ConfinedReading
{
    private static readonly Lazy<ReadingProcess> Shared = new(() => new ReadingProcess(Command()));

    /// <summary>Starts it while the definitions are read.</summary>
    public static void Begin() => _ = Task.Run(Shared.Value.Begin);

    /// <summary>Reads a file there.</summary>
    public static Result<long> Read(SourceFile file, ReadingWishes wishes, IRecordSink sink) => Shared.Value.Read(file, wishes, sink);

    /// <summary>The program as it was started: by itself, or through the command dotnet.</summary>
    private static List<string> Command()
    {
        var program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [program, Assembly.GetExecutingAssembly().Location, ReadingServer.Verb] : [program, ReadingServer.Verb];
    }
}
