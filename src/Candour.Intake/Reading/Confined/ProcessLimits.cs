using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Candour.Intake.Reading.Confined;

/// <summary>
/// What the reading process forbids itself (Linux): to write a file, to leave a core, to use more processor time than a file is
/// worth. Its memory is bound by the runtime's hard limit, which its parent sets.
/// </summary>
internal static partial class ProcessLimits
{
    private const int Cpu = 0;
    private const int FileSize = 1;
    private const int Core = 4;

    public static void Bind()
    {
        if (OperatingSystem.IsLinux())
        {
            Set(FileSize, 0, 0);
            Set(Core, 0, 0);
        }
    }

    /// <summary>So many seconds of processor time from now on.</summary>
    public static void AllowMore(int seconds)
    {
        if (OperatingSystem.IsLinux())
        {
            using var self = Process.GetCurrentProcess();
            Set(Cpu, (ulong)self.TotalProcessorTime.TotalSeconds + (ulong)seconds + 1, ulong.MaxValue);
        }
    }

    private static void Set(int resource, ulong soft, ulong hard)
    {
        var limit = new Limit { Soft = soft, Hard = hard };
        _ = SetLimit(resource, in limit);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetLimit(int resource, in Limit limit);
}
