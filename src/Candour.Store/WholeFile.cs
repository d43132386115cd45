using System.Runtime.InteropServices;

namespace Candour.Store;

/// <summary>
/// Files that are whole or absent, whatever happens: written under another name, flushed to the disk, then renamed, and
/// the folder flushed too.
/// </summary>
public static partial class WholeFile
{
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var unfinished = Unfinished(path);
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        PutInPlace(unfinished, path);
    }

    private static int unfinished;

    /// <summary>
    /// A name that a file has until it is whole; another for each machine, process and asking, so that two never share it: not
    /// two processes, and not two people who send the same rows to one server at the same moment.
    /// </summary>
    public static string Unfinished(string path) =>
        $"{path}.{Interlocked.Increment(ref unfinished)}.{Machine}.{Environment.ProcessId}.new";

    /// <summary>Whether a process still runs can only be asked of its own machine.</summary>
    private static string Machine { get; } = Candour.Kernel.Slug.Of(Environment.MachineName);

    /// <summary>Renames a finished and flushed file to its own name.</summary>
    public static void PutInPlace(string unfinished, string path)
    {
        File.Move(unfinished, path, overwrite: true);
        FaultPoints.Reach(FaultPoint.FileNamed);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        FaultPoints.Reach(FaultPoint.FileInPlace);
    }

    /// <summary>Renames a finished folder to its own name, which is free or an empty folder's.</summary>
    public static void PutFolderInPlace(string unfinished, string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path);
        }

        Directory.Move(unfinished, path);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>
    /// Removes what an interrupted process left unfinished. What a process that still runs is writing is left alone.
    /// </summary>
    public static void Sweep(string folder)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder, "*.new").Where(IsAbandoned).ToList())
        {
            if (Directory.Exists(entry))
            {
                Directory.Delete(entry, recursive: true);
            }
            else
            {
                File.Delete(entry);
            }
        }
    }

    private static bool IsAbandoned(string entry)
    {
        var parts = Path.GetFileName(entry).Split('.');
        return parts.Length > 3 && parts[^3] == Machine && int.TryParse(parts[^2], out var process)
            && (process == Environment.ProcessId || !Runs(process));
    }

    private static bool Runs(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A rename is on the disk only when its folder is; .NET has no call for that, Linux has.</summary>
    private static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var descriptor = OpenFolder(folder, 0);
        if (descriptor >= 0)
        {
            _ = Synchronise(descriptor);
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenFolder(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Synchronise(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
