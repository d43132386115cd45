using System.Text;

namespace Candour.Intake.Reading;

/// <summary>
/// How the bytes of a text file become characters: by its mark, by what was declared, else strictly as UTF-8. A byte that fits
/// nothing becomes the noncharacter <see cref="Undecodable"/>, which no text holds, and so is noticed in its own cell; it is
/// never replaced by a sign that could be taken for text.
/// </summary>
public static class TextEncoding
{
    /// <summary>Stands where bytes fit no character.</summary>
    public const char Undecodable = '\uFDD0';

    private const double ZeroesOfUtf16 = 0.3;

    /// <summary>Whether the bytes begin with a byte order mark.</summary>
    public static bool HasMark(ReadOnlySpan<byte> start) => MarkOf(start).Length > 0;

    /// <summary>The name, the decoder and the bytes to leave out at the start.</summary>
    /// <param name="start">The first bytes.</param>
    /// <param name="declared">What the mapping or a person says; a mark comes before it.</param>
    public static (string Name, Encoding Encoding, int Skip, bool IsKnown) Of(ReadOnlySpan<byte> start, string declared)
    {
        var (name, length) = MarkOf(start);
        if (name.Length > 0)
        {
            return (name, Named(name), length, true);
        }

        if (declared.Length > 0)
        {
            return (declared, Named(declared == "utf-16" ? "utf-16le" : declared), 0, true);
        }

        return LooksLikeUtf16(start) is { Length: > 0 } guess ? (guess, Named(guess), 0, false) : ("utf-8", Named("utf-8"), 0, true);
    }

    /// <summary>Every other byte is zero: text of two bytes a character, without the mark that would say so.</summary>
    public static string LooksLikeUtf16(ReadOnlySpan<byte> start)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < start.Length; i++)
        {
            if (start[i] == 0)
            {
                (even, odd) = i % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
            }
        }

        var many = ZeroesOfUtf16 * start.Length;
        return start.Length < 8 ? "" : odd > many && even < odd / 10 ? "utf-16le" : even > many && odd < even / 10 ? "utf-16be" : "";
    }

    private static (string Name, int Length) MarkOf(ReadOnlySpan<byte> start) =>
        start.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? ("utf-8", 3)
        : start.StartsWith<byte>([0xFF, 0xFE, 0, 0]) ? ("utf-32le", 4)
        : start.StartsWith<byte>([0, 0, 0xFE, 0xFF]) ? ("utf-32be", 4)
        : start.StartsWith<byte>([0xFF, 0xFE]) ? ("utf-16le", 2)
        : start.StartsWith<byte>([0xFE, 0xFF]) ? ("utf-16be", 2)
        : ("", 0);

    private static Encoding Named(string name)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-16le" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            "utf-16be" => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
            "utf-32le" => new UTF32Encoding(bigEndian: false, byteOrderMark: false),
            "utf-32be" => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
            "iso-8859-1" => Encoding.Latin1,
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            _ => throw new ArgumentException("No such encoding is offered.", nameof(name)),
        };
        encoding = (Encoding)encoding.Clone();
        encoding.DecoderFallback = new MarkUndecodable();
        return encoding;
    }

    private sealed class MarkUndecodable : DecoderFallback
    {
        public override int MaxCharCount => 1;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private bool left;

            public override int Remaining => left ? 1 : 0;

            public override bool Fallback(byte[] bytesUnknown, int index) => left = true;

            public override char GetNextChar()
            {
                var next = left ? Undecodable : '\0';
                left = false;
                return next;
            }

            public override bool MovePrevious() => false;

            public override void Reset() => left = false;
        }
    }
}
