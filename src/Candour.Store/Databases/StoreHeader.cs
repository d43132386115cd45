using System.Buffers.Binary;

namespace Candour.Store.Databases;

/// <summary>
/// What the first bytes of a store say, read without a database: so that a newer one is refused before anything is opened
/// beside it. (The user version lies at byte 60 of the file format.)
/// </summary>
internal static class StoreHeader
{
    public const long NotAStore = -1;

    public static long VersionOf(string path)
    {
        Span<byte> header = stackalloc byte[100];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length
            && header.StartsWith("SQLite format 3\0"u8)
                ? BinaryPrimitives.ReadUInt32BigEndian(header[60..])
                : NotAStore;
    }
}
