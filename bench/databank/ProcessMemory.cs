using System.Globalization;

namespace Candour.Bench;

/// <summary>How much memory this process takes, in bytes, as the kernel counts it.</summary>
internal static class ProcessMemory
{
    /// <summary>The most since the process began or since it was last forgotten.</summary>
    public static long Highest() => File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024).Single();

    /// <summary>Gives back what is not used any more and forgets how much it was.</summary>
    public static void Forget()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText("/proc/self/clear_refs", "5");
    }
}
