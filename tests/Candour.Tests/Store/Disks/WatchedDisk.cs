using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Candour.Tests.Store.Disks;

/// <summary>
/// A disk under SQLite that writes down what is asked of it, in order, and that can be told to fail: the real one, with three of
/// its doors watched. A database is on it when its path is <see cref="PathOf"/>.
/// </summary>
/// <remarks>Source: sqlite.org/c3ref/vfs.html and /io_methods.html for the places of the functions, on a machine of 64 bits.</remarks>
internal sealed partial class WatchedDisk
{
    /// <summary>SQLITE_IOERR_WRITE.</summary>
    public const int FailsToWrite = 10 | (3 << 8);

    /// <summary>SQLITE_IOERR_FSYNC.</summary>
    public const int FailsToFlush = 10 | (4 << 8);

    /// <summary>SQLITE_FULL.</summary>
    public const int IsFull = 13;

    private const string Name = "candour-watched";
    private const int SizeOfDisk = 168;
    private const int OpenAt = 40;
    private const int DeleteAt = 48;
    private const int SizeOfDoors = 152;
    private const int CloseAt = 8;
    private const int WriteAt = 24;
    private const int CutAt = 32;
    private const int FlushAt = 40;

    /// <summary>SQLITE_OPEN_MAIN_JOURNAL, _SUPER_JOURNAL and _WAL.</summary>
    private const int Logs = 0x800 | 0x4000 | 0x80000;

    /// <summary>SQLITE_OPEN_CREATE.</summary>
    private const int MayCreate = 0x4;

    private static readonly ConcurrentDictionary<string, WatchedDisk> Disks = new();
    private static readonly ConcurrentDictionary<nint, OpenedFile> Opened = new();

    /// <summary>The watched doors by the real ones: those of a log are not those of a database.</summary>
    private static readonly Dictionary<nint, nint> Doors = [];

    private static readonly Lock One = new();

    // Kept for as long as the process runs: SQLite calls them.
    private static readonly OpenFile Opening = Open;
    private static readonly DeleteFile Deleting = Delete;
    private static readonly CloseFile Closing = Close;
    private static readonly WriteFile Writing = Write;
    private static readonly CutFile Cutting = Cut;
    private static readonly FlushFile Flushing = Flush;

    private static nint real;
    private static bool isRegistered;

    private readonly List<DiskEvent> events = [];
    private readonly string folder;
    private int untilFailure = -1;
    private int failure;

    /// <summary>Watches the databases in a folder.</summary>
    public WatchedDisk(string folder)
    {
        this.folder = folder;
        Disks[folder] = this;
        Register();
    }

    private delegate int OpenFile(nint disk, nint name, nint file, int flags, nint outFlags);

    private delegate int DeleteFile(nint disk, nint name, int flushFolder);

    private delegate int CloseFile(nint file);

    private delegate int WriteFile(nint file, nint bytes, int count, long at);

    private delegate int CutFile(nint file, long length);

    private delegate int FlushFile(nint file, int flags);

    /// <summary>What was asked so far.</summary>
    public IReadOnlyList<DiskEvent> Events => events;

    /// <summary>How often it was asked to write or flush since it was told to fail, or since its beginning.</summary>
    public int Asked { get; private set; }

    /// <summary>Says that the failure it was told has come.</summary>
    public bool HasFailed => failure != 0 && untilFailure < 0;

    /// <summary>The path by which a database in the folder is on this disk.</summary>
    public string PathOf(string name) => $"file:{folder}/{name}?vfs={Name}";

    /// <summary>Notes that somebody was told.</summary>
    public void Tell(int acts) => events.Add(new DiskEvent.Told(acts));

    /// <summary>Lets the n-th request to write or flush from now on, and every one after it, fail.</summary>
    public void FailAt(int n, int withCode) => (untilFailure, failure, Asked) = (n - 1, withCode, 0);

    /// <summary>Is well again.</summary>
    public void Recover() => (untilFailure, failure) = (-1, 0);

    private int Ask()
    {
        Asked++;
        return failure != 0 && untilFailure-- <= 0 ? failure : 0;
    }

    private static void Register()
    {
        lock (One)
        {
            if (isRegistered)
            {
                return;
            }

            real = FindDisk(0);
            var watched = Marshal.AllocHGlobal(SizeOfDisk);
            for (var i = 0; i < SizeOfDisk; i += 8)
            {
                Marshal.WriteIntPtr(watched, i, Marshal.ReadIntPtr(real, i));
            }

            Marshal.WriteIntPtr(watched, 16, 0);
            Marshal.WriteIntPtr(watched, 24, Marshal.StringToCoTaskMemUTF8(Name));
            Marshal.WriteIntPtr(watched, OpenAt, Marshal.GetFunctionPointerForDelegate(Opening));
            Marshal.WriteIntPtr(watched, DeleteAt, Marshal.GetFunctionPointerForDelegate(Deleting));
            Assert.Equal(0, RegisterDisk(watched, 0));
            isRegistered = true;
        }
    }

    private static int Open(nint disk, nint name, nint file, int flags, nint outFlags)
    {
        var code = Real<OpenFile>(real, OpenAt)(real, name, file, flags, outFlags);
        var path = Marshal.PtrToStringUTF8(name) ?? "";
        if (code != 0 || Marshal.ReadIntPtr(file) == 0 || !Disks.TryGetValue(Path.GetDirectoryName(path) ?? "", out var watching))
        {
            return code;
        }

        var realDoors = Marshal.ReadIntPtr(file);
        Opened[file] = new OpenedFile(watching, Path.GetFileName(path), realDoors, IsNewLog: (flags & Logs) != 0 && (flags & MayCreate) != 0);
        Marshal.WriteIntPtr(file, Watched(realDoors));
        return code;
    }

    private static nint Watched(nint realDoors)
    {
        lock (One)
        {
            if (!Doors.TryGetValue(realDoors, out var doors))
            {
                doors = Doors[realDoors] = Marshal.AllocHGlobal(SizeOfDoors);
                for (var i = 0; i < SizeOfDoors; i += 8)
                {
                    Marshal.WriteIntPtr(doors, i, Marshal.ReadIntPtr(realDoors, i));
                }

                Marshal.WriteIntPtr(doors, CloseAt, Marshal.GetFunctionPointerForDelegate(Closing));
                Marshal.WriteIntPtr(doors, WriteAt, Marshal.GetFunctionPointerForDelegate(Writing));
                Marshal.WriteIntPtr(doors, CutAt, Marshal.GetFunctionPointerForDelegate(Cutting));
                Marshal.WriteIntPtr(doors, FlushAt, Marshal.GetFunctionPointerForDelegate(Flushing));
            }

            return doors;
        }
    }

    private static int Delete(nint disk, nint name, int flushFolder)
    {
        var path = Marshal.PtrToStringUTF8(name) ?? "";
        if (Disks.TryGetValue(Path.GetDirectoryName(path) ?? "", out var watching))
        {
            watching.events.Add(new DiskEvent.Deleted(Path.GetFileName(path), FolderToo: flushFolder != 0));
        }

        return Real<DeleteFile>(real, DeleteAt)(real, name, flushFolder);
    }

    private static int Close(nint file)
    {
        Assert.True(Opened.TryRemove(file, out var closed));
        Marshal.WriteIntPtr(file, closed.RealDoors);
        return Real<CloseFile>(closed.RealDoors, CloseAt)(file);
    }

    private static int Write(nint file, nint bytes, int count, long at)
    {
        var (disk, name, realDoors, _) = Opened[file];
        if (disk.Ask() is var code and not 0)
        {
            return code == FailsToFlush ? FailsToWrite : code;
        }

        var written = new byte[count];
        Marshal.Copy(bytes, written, 0, count);
        disk.events.Add(new DiskEvent.Written(name, at, written));
        return Real<WriteFile>(realDoors, WriteAt)(file, bytes, count, at);
    }

    private static int Cut(nint file, long length)
    {
        var (disk, name, realDoors, _) = Opened[file];
        disk.events.Add(new DiskEvent.Cut(name, length));
        return Real<CutFile>(realDoors, CutAt)(file, length);
    }

    private static int Flush(nint file, int flags)
    {
        var (disk, name, realDoors, isNewLog) = Opened[file];
        if (disk.Ask() is var code and not 0)
        {
            return code == FailsToWrite ? FailsToFlush : code;
        }

        // The first flush of a new log flushes its folder too, so that its name is on the disk.
        disk.events.Add(new DiskEvent.Flushed(name, FolderToo: isNewLog));
        Opened[file] = Opened[file] with { IsNewLog = false };
        return Real<FlushFile>(realDoors, FlushAt)(file, flags);
    }

    private static T Real<T>(nint table, int at) => Marshal.GetDelegateForFunctionPointer<T>(Marshal.ReadIntPtr(table, at));

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern nint FindDisk(nint name);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int RegisterDisk(nint disk, int isDefault);

    /// <summary>A file that SQLite has open.</summary>
    private sealed record OpenedFile(WatchedDisk Disk, string File, nint RealDoors, bool IsNewLog);
}
