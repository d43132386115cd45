using System.Text;

namespace Candour.Store.Backups;

/// <summary>
/// The parts of an opened backup, one behind the other: a name, then blocks of bytes with their length, then a block of
/// none. Behind the last part stands an empty name.
/// </summary>
internal static class BackupParts
{
    private const int Block = 1 << 16;

    /// <summary>Writes one part; its bytes are streamed.</summary>
    public static void Write(Stream to, string name, Action<Stream> content)
    {
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        writer.Write(name);
        using (var blocks = new BufferedStream(new BlocksOut(writer), Block))
        {
            content(blocks);
        }

        writer.Write(0);
    }

    public static void WriteEnd(Stream to)
    {
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        writer.Write("");
    }

    /// <summary>Reads parts in order; each must be read to its end before the next is asked for.</summary>
    public static IEnumerable<(string Name, Stream Content)> Read(Stream from)
    {
        using var reader = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
        for (var name = reader.ReadString(); name.Length > 0; name = reader.ReadString())
        {
            using var content = new BlocksIn(reader);
            yield return (name, content);
            content.CopyTo(Stream.Null);
        }

        if (from.ReadByte() >= 0)
        {
            throw new InvalidDataException("Something stands behind the end.");
        }
    }

    private sealed class BlocksOut(BinaryWriter writer) : PartStream
    {
        public override bool CanWrite => true;

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (count > 0)
            {
                writer.Write(count);
                writer.Write(buffer, offset, count);
            }
        }
    }

    private sealed class BlocksIn(BinaryReader reader) : PartStream
    {
        private int left;
        private bool isOver;

        public override bool CanRead => true;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (left == 0 && !isOver)
            {
                left = reader.ReadInt32();
                isOver = left == 0;
            }

            var read = isOver ? 0 : reader.Read(buffer, offset, Math.Min(count, left));
            left -= read;
            return read > 0 || isOver ? read : throw new EndOfStreamException();
        }
    }

    private abstract class PartStream : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
