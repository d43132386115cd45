using System.Security.Cryptography;

namespace Candour.Store.Backups;

/// <summary>Reads what a <see cref="SealingStream"/> wrote; throws at the first chunk that is not as it was written.</summary>
internal sealed class OpeningStream(Stream inner, byte[] key) : Stream
{
    private readonly AesGcm cipher = new(key, SealingStream.TagSize);
    private readonly byte[] plain = new byte[SealingStream.ChunkSize];
    private byte[] input = new byte[SealingStream.ChunkSize + SealingStream.TagSize];
    private byte[] ahead = new byte[SealingStream.ChunkSize + SealingStream.TagSize];
    private int aheadLength = -1;
    private int start;
    private int end;
    private long chunk;
    private bool isOver;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (start == end)
        {
            if (isOver)
            {
                return 0;
            }

            Open();
        }

        var taken = Math.Min(buffer.Length, end - start);
        plain.AsSpan(start, taken).CopyTo(buffer);
        start += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        cipher.Dispose();
        CryptographicOperations.ZeroMemory(plain);
        base.Dispose(disposing);
    }

    /// <summary>The last chunk is the one behind which nothing comes.</summary>
    private void Open()
    {
        if (aheadLength < 0)
        {
            aheadLength = inner.ReadAtLeast(ahead, ahead.Length, throwOnEndOfStream: false);
        }

        (input, ahead) = (ahead, input);
        var length = aheadLength;
        aheadLength = inner.ReadAtLeast(ahead, ahead.Length, throwOnEndOfStream: false);
        isOver = aheadLength == 0;
        if (length < SealingStream.TagSize)
        {
            throw new CryptographicException("A chunk is cut.");
        }

        Span<byte> nonce = stackalloc byte[12];
        SealingStream.Nonce(nonce, chunk++, isOver);
        end = length - SealingStream.TagSize;
        start = 0;
        cipher.Decrypt(nonce, input.AsSpan(0, end), input.AsSpan(end, SealingStream.TagSize), plain.AsSpan(0, end));
    }
}
