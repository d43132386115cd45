using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Kernel;

namespace Candour.Intake.Submitting;

/// <summary>
/// The hash of what a submission says, whatever the order of its rows, the columns left out, the compression or the
/// version of the writer: SHA-256 over dataset, agency, field names and the sorted hashes of the rows.
/// </summary>
public static class CanonicalRows
{
    private const char Between = '\u001F';

    /// <param name="dataset">What the rows are.</param>
    /// <param name="agency">Whose they are.</param>
    /// <param name="rows">In any order; each is looked at once and not kept.</param>
    /// <param name="without">A field to leave out; empty for none.</param>
    public static ContentHash Hash(Dataset dataset, string agency, IEnumerable<MappedRow> rows, string without = "")
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(rows);
        var left = without.Length == 0 ? -1 : dataset.IndexOf(without);
        var lines = rows.Select(row => Line.Of(string.Join(Between, left < 0 ? row.Values : row.Values.Where((_, index) => index != left)))).ToArray();
        Array.Sort(lines);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(
            string.Join(Between, dataset.Fields.Select(field => field.Id).Prepend(agency).Prepend(dataset.Id)) + "\n"));
        hash.AppendData(MemoryMarshal.AsBytes(lines.AsSpan()));

        return ContentHash.TryParse(Convert.ToHexStringLower(hash.GetHashAndReset()), out var result)
            ? result
            : throw new InvalidOperationException("SHA-256 gives 64 hexadecimal digits.");
    }

    /// <summary>The hash of one row: what is sorted, so that a million rows need 32 MB and not their texts.</summary>
    private readonly record struct Line(UInt128 First, UInt128 Second) : IComparable<Line>
    {
        public static Line Of(string text)
        {
            Span<byte> hash = stackalloc byte[32];
            SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
            return new Line(BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
        }

        public int CompareTo(Line other) => First == other.First ? Second.CompareTo(other.Second) : First.CompareTo(other.First);
    }
}
