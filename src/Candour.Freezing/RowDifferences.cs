using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Kernel;

namespace Candour.Freezing;

/// <summary>What became of a row between two snapshots.</summary>
public enum RowChange
{
    Added,
    Changed,
    Vanished,
}

/// <summary>One row that is not the same in two snapshots.</summary>
/// <param name="Key">The fields that name it, identifiers as pseudonyms.</param>
/// <param name="Place">Its area of the lowest level.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Fields">Of a changed row, the fields that say something else, by their titles.</param>
/// <param name="File">The file that the later row, or a vanished one, came in.</param>
public sealed record RowDifference(string Key, string Place, RowChange Change, IReadOnlyList<string> Fields, string File);

/// <summary>Compares two snapshots of a dataset row by row, by the key of the dataset. The order of rows is of no matter.</summary>
public static class RowDifferences
{
    /// <summary>A sign that stands in no field, so that two keys never look alike.</summary>
    private const char Stroke = '\u001F';

    /// <summary>The rows that differ, in the order of their keys.</summary>
    /// <param name="one">The earlier snapshot.</param>
    /// <param name="other">The later one.</param>
    /// <param name="dataset">Of which dataset.</param>
    /// <param name="period">Only rows that a figure of this period counts in either; none for all rows.</param>
    public static IReadOnlyList<RowDifference> Of(ReadableSnapshot one, ReadableSnapshot other, Dataset dataset, Period? period)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(dataset);
        var key = dataset.Key.Select(dataset.IndexOf).ToArray();
        var area = dataset.IndexOf(dataset.AreaField.Id);
        var placing = period is { } asked ? new RowPlacing(dataset, asked) : null;
        var (earlier, later) = (one.Record.Submissions.ToHashSet(), other.Record.Submissions.ToHashSet());
        var before = Rows(one, dataset, later).GroupBy(row => KeyOf(row.Row, key), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);
        var found = new List<RowDifference>();
        foreach (var now in Rows(other, dataset, earlier))
        {
            var name = KeyOf(now.Row, key);
            if (!before.Remove(name, out var then))
            {
                Add(name, now, RowChange.Added, [], now.Row);
            }
            else if (!then.Row.Values.AsSpan().SequenceEqual(now.Row.Values))
            {
                Add(
                    name, now, RowChange.Changed,
                    [.. dataset.Fields.Where((_, index) => then.Row.Values[index] != now.Row.Values[index]).Select(field => field.Title)],
                    now.Row, then.Row);
            }
        }

        foreach (var (name, then) in before)
        {
            Add(name, then, RowChange.Vanished, [], then.Row);
        }

        return [.. found.OrderBy(row => row.Key, StringComparer.Ordinal)];

        void Add(string name, SourceRow source, RowChange change, IReadOnlyList<string> fields, params IReadOnlyList<MappedRow> versions)
        {
            if (placing is null || versions.Any(placing.Touches))
            {
                found.Add(new RowDifference(
                    Said(name), source.Row.Values[area], change, fields, source.Submission.FileName));
            }
        }
    }

    /// <summary>The key of a row as people read it: its key fields, with a stroke between them.</summary>
    public static string KeyOf(Dataset dataset, MappedRow row)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(row);
        return Said(KeyOf(row, [.. dataset.Key.Select(dataset.IndexOf)]));
    }

    private static string Said(string key) => key.Replace(Stroke, '/');

    private static string KeyOf(MappedRow row, int[] key) => string.Join(Stroke, key.Select(index => row.Values[index]));

    /// <summary>The rows of the submissions that the other snapshot does not hold: those of the others are the same in both.</summary>
    private static SourceRows Rows(ReadableSnapshot snapshot, Dataset dataset, HashSet<ContentHash> other) =>
        snapshot.RowsOf(dataset).From(submission => !other.Contains(submission.Id));
}
