using System.Reflection;
using System.Runtime.InteropServices;
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

    /// <summary>The program as it was started: by itself, or through the command dotnet, or within another program.</summary>
    private static List<string> Command()
    {
        var (program, own) = (Environment.ProcessPath!, Assembly.GetExecutingAssembly());
        return Path.GetFileNameWithoutExtension(program) == own.GetName().Name ? [program, ReadingServer.Verb]
            : [Path.GetFileNameWithoutExtension(program) == "dotnet" ? program : Host, own.Location, ReadingServer.Verb];
    }

    /// <summary>The command dotnet of the runtime that runs now: three folders above the runtime itself.</summary>
    private static string Host => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
