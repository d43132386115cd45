namespace Candour.Tests.Store.Disks;

/// <summary>Something that the database asked of the disk, or a word that was given to somebody in between.</summary>
internal abstract record DiskEvent(string File)
{
    /// <summary>Bytes were written at a place; they may still be lost.</summary>
    public sealed record Written(string File, long At, byte[] Bytes) : DiskEvent(File);

    /// <summary>The file was cut or lengthened; that too may still be lost.</summary>
    public sealed record Cut(string File, long Length) : DiskEvent(File);

    /// <summary>Everything that was done to the file before is on the disk; so are the names of the folder, when that was flushed too.</summary>
    public sealed record Flushed(string File, bool FolderToo) : DiskEvent(File);

    /// <summary>The file is gone; for good only when the folder is flushed, now or later.</summary>
    public sealed record Deleted(string File, bool FolderToo) : DiskEvent(File);

    /// <summary>Somebody was told that so many acts are done.</summary>
    public sealed record Told(int Acts) : DiskEvent("");
}
