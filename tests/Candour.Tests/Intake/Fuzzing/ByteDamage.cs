using System.Text;

namespace Candour.Tests.Intake.Fuzzing;

/// <summary>Bytes of a file as a bad disk, a bad line or a bad person would leave them.</summary>
internal static class ByteDamage
{
    private static readonly byte[][] Words =
    [
        .. new[] { "\"", "\"\"", ",", ";", "\t", "\n", "\r", "\0", "\uFEFF", "<!ENTITY x \"y\">", "<!DOCTYPE x>", "&x;", "=1+1", "../../x", "sep=;", "999999999999999999999", "NaN", "\u202E", "\uD83D\uDE00" }
            .Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xC3, 0x28], [0x1F, 0x8B, 0x08], [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0xD0, 0xCF, 0x11, 0xE0], [0x50, 0x41, 0x52, 0x31], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0x80],
    ];

    public static byte[] Damaged(byte[] bytes, Random draws)
    {
        var left = new List<byte>(bytes);
        for (var times = draws.Next(1, 6); times > 0 && left.Count > 0; times--)
        {
            var at = draws.Next(left.Count);
            var length = Math.Min(left.Count - at, 1 << draws.Next(9));
            switch (draws.Next(7))
            {
                case 0:
                    left[at] ^= (byte)(1 << draws.Next(8));
                    break;
                case 1:
                    left[at] = (byte)draws.Next(256);
                    break;
                case 2:
                    left.RemoveRange(at, length);
                    break;
                case 3:
                    left.InsertRange(at, left.GetRange(draws.Next(left.Count - length + 1), length));
                    break;
                case 4:
                    left.RemoveRange(at, left.Count - at);
                    break;
                case 5:
                    left.InsertRange(at, Words[draws.Next(Words.Length)]);
                    break;
                default:
                    var word = Words[draws.Next(Words.Length)];
                    for (var i = 0; i < word.Length && at + i < left.Count; i++)
                    {
                        left[at + i] = word[i];
                    }

                    break;
            }
        }

        return [.. left];
    }
}
