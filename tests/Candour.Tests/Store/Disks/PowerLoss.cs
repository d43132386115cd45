namespace Candour.Tests.Store.Disks;

/// <summary>
/// What lies on a disk after the power went: of each file everything that was flushed, and of what was done since then nothing, or
/// any part of it, in any order, a write torn between sectors included.
/// </summary>
internal static class PowerLoss
{
    private const int Sector = 512;

    /// <summary>The files after the first so many events; a share of what was not flushed came to the disk all the same.</summary>
    public static Dictionary<string, byte[]> Image(IReadOnlyList<DiskEvent> events, int count, double kept, Random draws)
    {
        var flushed = new Dictionary<string, int>();
        var folder = -1;
        for (var i = 0; i < count; i++)
        {
            if (events[i] is DiskEvent.Flushed)
            {
                flushed[events[i].File] = i;
            }

            folder = events[i] is DiskEvent.Flushed { FolderToo: true } or DiskEvent.Deleted { FolderToo: true } ? i : folder;
        }

        var files = new Dictionary<string, byte[]>();
        for (var i = 0; i < count; i++)
        {
            var safe = i <= (events[i] is DiskEvent.Deleted ? folder : flushed.GetValueOrDefault(events[i].File, -1));
            if (safe || draws.NextDouble() < kept)
            {
                Do(events[i], files, torn: !safe && draws.Next(4) == 0);
            }
        }

        return files;
    }

    private static void Do(DiskEvent done, Dictionary<string, byte[]> files, bool torn)
    {
        switch (done)
        {
            case DiskEvent.Written(var file, var at, var bytes):
                var written = torn && bytes.Length > Sector ? bytes[..(bytes.Length / 2 / Sector * Sector)] : bytes;
                var content = files.GetValueOrDefault(file, []);
                if (content.Length < at + written.Length)
                {
                    Array.Resize(ref content, (int)at + written.Length);
                }

                written.CopyTo(content, at);
                files[file] = content;
                break;
            case DiskEvent.Cut(var file, var length):
                var left = files.GetValueOrDefault(file, []);
                Array.Resize(ref left, (int)length);
                files[file] = left;
                break;
            case DiskEvent.Deleted(var file):
                files.Remove(file);
                break;
            default:
                break;
        }
    }
}
