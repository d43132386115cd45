using Candour.Definitions;

namespace Candour.Intake.Mapped;

/// <summary>Which keys a file has had, each as its hash.</summary>
internal sealed class RowKeys(Dataset dataset, RowTable rows)
{
    private readonly int[] fields = [.. dataset.Key.Select(dataset.IndexOf)];
    private readonly Dictionary<UInt128, int> known = [];
    private readonly HashSet<int> conflicting = [];
    private readonly HashSet<long> said = [];
    private readonly HashSet<long> linesInConflict = [];

    /// <summary>Adds the row; gives the line of the row that has its key already (0 for none), and the field in which
    /// they differ first (-1 when they say the same).</summary>
    public (long Before, int Differs) Add(long line, string[] row)
    {
        var key = KeyHash.Of(fields.Select(field => row[field]));
        if (known.TryAdd(key, rows.Count))
        {
            rows.Add(line, row);
            return (0, -1);
        }

        var index = known[key];
        var differs = rows.Difference(index, row);
        if ((differs >= 0 || dataset.Rows != RowKind.Case) && conflicting.Add(index))
        {
            linesInConflict.Add(rows.LineOf(index));
        }

        return (rows.LineOf(index), differs);
    }

    /// <summary>Whether the key of the row on a line was met with other values.</summary>
    public bool IsInConflict(long line) => linesInConflict.Contains(line);

    /// <summary>True the first time that a line is told to be in conflict.</summary>
    public bool IsFirstSaying(long line) => said.Add(line);

    /// <summary>Takes out the rows whose keys others have too; gives how many lines of the file that concerns.</summary>
    public long RemoveConflicts()
    {
        rows.Remove(conflicting);
        conflicting.Clear();
        return linesInConflict.Count;
    }
}
