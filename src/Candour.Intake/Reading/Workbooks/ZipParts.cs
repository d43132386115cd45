using System.IO.Compression;
using System.Xml;

namespace Candour.Intake.Reading.Workbooks;

/// <summary>A part of a container says or does what it must not; carries the refusal out of a reader's loops.</summary>
internal sealed class PartRefusedException(FileRefusal refusal) : Exception
{
    public FileRefusal Refusal { get; } = refusal;
}

/// <summary>
/// The parts of a container whose directory was found right, as bounded streams and as XML without document types. Nothing is
/// ever written to the disk.
/// </summary>
internal sealed class ZipParts(string file, Stream content, IReadOnlyList<ZipPart> parts) : IDisposable
{
    private readonly ZipArchive archive = new(content, ZipArchiveMode.Read, leaveOpen: true);
    private readonly Dictionary<string, ZipPart> byName = parts.ToDictionary(part => part.Name, StringComparer.OrdinalIgnoreCase);

    public string File => file;

    public IReadOnlyCollection<string> Names => byName.Keys;

    public bool Has(string name) => byName.ContainsKey(name);

    /// <summary>The XML of a part; a document type, or text that is no XML, is a refusal.</summary>
    public XmlReader Xml(string name)
    {
        var reader = XmlReader.Create(Open(name), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
            MaxCharactersInDocument = 0,
        });
        return reader;
    }

    /// <summary>Goes through a part, turning what XML readers throw into refusals.</summary>
    public void Each(string name, Action<XmlReader> take)
    {
        try
        {
            using var reader = Xml(name);
            take(reader);
        }
        catch (XmlException fault)
        {
            throw new PartRefusedException(
                fault.Message.Contains("DTD", StringComparison.Ordinal) ? new XmlDtd(file) : new WorkbookDamaged(file, Path.GetFileName(name)));
        }
        catch (InvalidDataException)
        {
            throw new PartRefusedException(new WorkbookDamaged(file, Path.GetFileName(name)));
        }
    }

    private Bounded Open(string name)
    {
        if (!byName.TryGetValue(name, out var part) || archive.GetEntry(part.Name) is not { } entry)
        {
            throw new PartRefusedException(new WorkbookDamaged(file, Path.GetFileName(name)));
        }

        return new Bounded(entry.Open(), part.Unpacked, file);
    }

    public void Dispose() => archive.Dispose();

    /// <summary>Stops a part that unpacks to more than its directory states.</summary>
    private sealed class Bounded(Stream inner, long most, string file) : Stream
    {
        private long taken;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => taken; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            taken += read;
            return taken <= most ? read
                : throw new PartRefusedException(new CompressionRatio(file, "a part of it unpacks to more than it states"));
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
