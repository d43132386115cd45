using System.Security.Cryptography;

namespace Candour.Store.Backups;

/// <summary>
/// Encrypts and authenticates what is written to it, in chunks (AES-256-GCM). A chunk's number, and whether it is the last,
/// are in its nonce: chunks cannot be moved, left out, or cut off. The key must never be used for a second stream.
/// </summary>
internal sealed class SealingStream(Stream inner, byte[] key) : Stream
{
    internal const int ChunkSize = 1 << 16;
    internal const int TagSize = 16;

    private readonly AesGcm cipher = new(key, TagSize);
    private readonly byte[] plain = new byte[ChunkSize];
    private readonly byte[] output = new byte[ChunkSize + TagSize];
    private int filled;
    private long chunk;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            // A full chunk waits for more: only then is it known not to be the last.
            if (filled == ChunkSize)
            {
                Seal(isLast: false);
            }

            var taken = Math.Min(buffer.Length, ChunkSize - filled);
            buffer[..taken].CopyTo(plain.AsSpan(filled));
            filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <summary>Seals the last chunk. A stream that was never finished cannot be opened again.</summary>
    public void Finish() => Seal(isLast: true);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        cipher.Dispose();
        CryptographicOperations.ZeroMemory(plain);
        base.Dispose(disposing);
    }

    internal static void Nonce(Span<byte> nonce, long chunk, bool isLast)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(nonce, chunk);
        nonce[8..].Clear();
        nonce[11] = isLast ? (byte)1 : (byte)0;
    }

    private void Seal(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[12];
        Nonce(nonce, chunk++, isLast);
        cipher.Encrypt(nonce, plain.AsSpan(0, filled), output.AsSpan(0, filled), output.AsSpan(filled, TagSize));
        inner.Write(output, 0, filled + TagSize);
        filled = 0;
    }
}
