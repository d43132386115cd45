using System.Security.Cryptography;
using System.Text;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Kernel;

namespace Candour.Intake.Submitting;

/// <summary>
/// The hash of what a submission says, whatever the order of its rows, the columns left out, the compression or the
/// version of the writer: SHA-256 over dataset, agency, field names and the sorted rows.
/// </summary>
public static class CanonicalRows
{
    private const char Between = '\u001F';

    /// <param name="dataset">What the rows are.</param>
    /// <param name="agency">Whose they are.</param>
    /// <param name="rows">In any order.</param>
    /// <param name="without">A field to leave out; empty for none.</param>
    public static ContentHash Hash(Dataset dataset, string agency, IReadOnlyList<MappedRow> rows, string without = "")
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(rows);
        var left = without.Length == 0 ? -1 : dataset.IndexOf(without);
        var lines = new string[rows.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = string.Join(Between, left < 0 ? rows[i].Values : rows[i].Values.Where((_, index) => index != left));
        }

        Array.Sort(lines, StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, string.Join(Between, dataset.Fields.Select(field => field.Id).Prepend(agency).Prepend(dataset.Id)));
        foreach (var line in lines)
        {
            Append(hash, line);
        }

        return ContentHash.TryParse(Convert.ToHexStringLower(hash.GetHashAndReset()), out var result)
            ? result
            : throw new InvalidOperationException("SHA-256 gives 64 hexadecimal digits.");
    }

    private static void Append(IncrementalHash hash, string line)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(line));
        hash.AppendData("\n"u8);
    }
}
