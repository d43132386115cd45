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

    public static ContentHash Hash(Dataset dataset, string agency, IReadOnlyList<MappedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(rows);
        var lines = new string[rows.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = string.Join(Between, rows[i].Values);
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
