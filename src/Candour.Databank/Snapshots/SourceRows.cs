using System.Collections;
using Candour.Databank.Engine;
using Candour.Intake.Mapped;
using Candour.Store;

namespace Candour.Databank.Snapshots;

/// <summary>A row and the submission it came from.</summary>
public sealed record SourceRow(SubmissionRecord Submission, MappedRow Row);

/// <summary>
/// Rows of one dataset with the submission each came from, in the order of submission and line. A row is spelled out when it
/// is asked for and not kept, so that the rows of a nation can be looked through; which of them are meant is asked of their codes, for
/// there are far fewer different values than rows.
/// </summary>
public sealed class SourceRows : IReadOnlyList<SourceRow>
{
    private readonly EncodedRows encoded;
    private readonly IReadOnlyList<SubmissionRecord> submissions;
    private readonly IReadOnlyList<int> starts;
    private readonly int[]? places;

    private SourceRows(EncodedRows encoded, IReadOnlyList<SubmissionRecord> submissions, IReadOnlyList<int> starts, int[]? places) =>
        (this.encoded, this.submissions, this.starts, this.places) = (encoded, submissions, starts, places);

    public int Count => places?.Length ?? encoded.Count;

    public SourceRow this[int index] => At(places is null ? index : places[index]);

    /// <summary>All rows of some submissions.</summary>
    /// <param name="encoded">The rows, those of each submission together.</param>
    /// <param name="submissions">The submissions, in that order.</param>
    /// <param name="starts">Where the rows of each begin, and at the end how many rows there are.</param>
    public static SourceRows Of(EncodedRows encoded, IReadOnlyList<SubmissionRecord> submissions, IReadOnlyList<int> starts) =>
        new(encoded, submissions, starts, null);

    /// <summary>Those of which a field says what is asked.</summary>
    /// <param name="field">A field of the dataset.</param>
    /// <param name="says">Whether a value of it is meant; missing is the empty text.</param>
    public SourceRows With(string field, Func<string, bool> says) => WithAny([field], says);

    /// <summary>Those of which any of some fields says what is asked.</summary>
    /// <param name="fields">Fields of the dataset.</param>
    /// <param name="says">Whether a value is meant; missing is the empty text.</param>
    public SourceRows WithAny(IEnumerable<string> fields, Func<string, bool> says)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(says);
        var asked = fields.Select(field => (Column: encoded.Codes(field), IsMeant: encoded.Dictionary(field).Select(says).ToArray())).ToArray();
        var found = new List<int>();
        for (var at = 0; at < Count; at++)
        {
            var row = places is null ? at : places[at];
            foreach (var (column, isMeant) in asked)
            {
                if (isMeant[column[row]])
                {
                    found.Add(row);
                    break;
                }
            }
        }

        return new SourceRows(encoded, submissions, starts, [.. found]);
    }

    /// <summary>Those that came with some submissions.</summary>
    public SourceRows From(Func<SubmissionRecord, bool> isMeant)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        var own = submissions.Select(isMeant).ToArray();
        return new SourceRows(encoded, submissions, starts, [.. Places.Where(row => own[SubmissionOf(row)])]);
    }

    public IEnumerator<SourceRow> GetEnumerator() => Places.Select(At).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<int> Places => places ?? Enumerable.Range(0, encoded.Count);

    private SourceRow At(int row) => new(submissions[SubmissionOf(row)], encoded.Row(row));

    private int SubmissionOf(int row)
    {
        var (low, high) = (0, submissions.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = starts[middle] <= row ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
