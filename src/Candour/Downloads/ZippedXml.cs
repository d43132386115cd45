using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Candour.Downloads;

/// <summary>A file that is a zip of XML parts. The same content gives the same bytes: parts carry no time.</summary>
internal sealed class ZippedXml : IDisposable
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly MemoryStream stream = new();
    private readonly ZipArchive archive;

    public ZippedXml() => archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>A part of plain text, not compressed: a format may ask for it as the first.</summary>
    public void AddPlain(string name, string text)
    {
        using var part = New(name, CompressionLevel.NoCompression);
        part.Write(Encoding.ASCII.GetBytes(text));
    }

    public void Add(string name, Action<XmlWriter> write)
    {
        using var part = New(name, CompressionLevel.Optimal);
        using var writer = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        write(writer);
    }

    /// <summary>A part that is there already.</summary>
    public void AddWhole(string name, ReadOnlySpan<byte> content)
    {
        using var part = New(name, CompressionLevel.Optimal);
        part.Write(content);
    }

    /// <summary>The finished file.</summary>
    public byte[] Finish()
    {
        archive.Dispose();
        return stream.ToArray();
    }

    public void Dispose()
    {
        archive.Dispose();
        stream.Dispose();
    }

    private Stream New(string name, CompressionLevel level)
    {
        var entry = archive.CreateEntry(name, level);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }
}
