using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;

namespace Candour.Uploading;

/// <summary>There is no memory to put a file into.</summary>
public sealed record NoMemoryForFiles(string Folder) : Refusal(
    $"The file cannot be read here: {Folder}, where uploads are kept in memory so that no name in them reaches a disk, is missing or full. "
    + "Nothing was taken: free some of it, or use 'candour import' on the server.");

/// <summary>The file is larger than a browser may send.</summary>
public sealed record UploadIsTooLarge() : Refusal(
    $"The file is larger than {MemoryFiles.MostBytes / 1024 / 1024} MB, the most that a browser may send: nothing was taken. Use 'candour import' on the server.");

/// <summary>
/// Files that a browser sent, as they arrived: names and dates of birth may still stand in them, so they lie in memory, never on
/// a disk, for as long as somebody works on them. A server that is started anew takes over what the one before it has left there.
/// </summary>
public sealed class MemoryFiles
{
    /// <summary>The most that a browser may send.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private const string Memory = "/dev/shm";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The folders of servers in this process that have not ended.</summary>
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> Ours = new(StringComparer.Ordinal);

    private readonly string prefix;
    private readonly string folder;

    public MemoryFiles(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        prefix = $"candour-{workspace.Id}-";
        folder = Path.Combine(Memory, $"{prefix}{Environment.ProcessId}-{Secret.NewId()}");
        Ours[folder] = true;
    }

    /// <summary>The files stay, for the server that is started next.</summary>
    public void Leave() => Ours.TryRemove(folder, out _);

    /// <summary>
    /// Takes over the folders of uploads that servers of this workspace have left which run no more; gives their places. Of two
    /// that start at once, each folder is taken over by one.
    /// </summary>
    public IReadOnlyList<string> TakeOver()
    {
        var places = new List<string>();
        foreach (var left in Directory.Exists(Memory) ? Directory.GetDirectories(Memory, prefix + "*") : [])
        {
            if (Ours.ContainsKey(left) || !int.TryParse(Path.GetFileName(left)[prefix.Length..].Split('-')[0], out var process) || Runs(process))
            {
                continue;
            }

            try
            {
                foreach (var upload in Directory.GetDirectories(left))
                {
                    var place = NewPlace();
                    Forget(place);
                    Directory.Move(upload, Path.GetDirectoryName(place)!);
                    places.Add(place);
                }

                Directory.Delete(left);
            }
            catch (IOException)
            {
                // Another server was quicker.
            }
        }

        return places;
    }

    /// <summary>Whether another process runs that may be a server; the number of one that ended may be another program's by now.</summary>
    private static bool Runs(int process)
    {
        try
        {
            using var running = System.Diagnostics.Process.GetProcessById(process);
            using var own = System.Diagnostics.Process.GetCurrentProcess();
            return process != Environment.ProcessId && running.ProcessName == own.ProcessName;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Keeps what is sent; gives its place.</summary>
    public async Task<Result<string>> KeepAsync(Stream content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!Directory.Exists(Memory))
        {
            return new NoMemoryForFiles(Memory);
        }

        var place = "";
        try
        {
            place = NewPlace();
            await using var file = new FileStream(place, FileMode.CreateNew, FileAccess.Write);
            await content.CopyToAsync(file, cancellation);
            return new Result<string>.Accepted(place);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Forget(place);
            return new NoMemoryForFiles(Memory);
        }
    }

    /// <summary>A place in a folder of its own, into which nobody else may look: what one person sent is never beside what another
    /// did, where a join by a name would find it.</summary>
    public string NewPlace()
    {
        var own = Path.Combine(folder, Secret.NewId());
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(own);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
            Directory.CreateDirectory(own, OwnerOnly);
        }

        return Path.Combine(own, "file");
    }

    /// <summary>Nothing of it stays.</summary>
    public static void Forget(string place)
    {
        if (Path.GetDirectoryName(place) is { Length: > 0 } own && Directory.Exists(own))
        {
            Directory.Delete(own, recursive: true);
        }
    }
}
