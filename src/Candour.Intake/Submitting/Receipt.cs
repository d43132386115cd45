using Candour.Kernel;
using Candour.Store;

namespace Candour.Intake.Submitting;

/// <summary>No submission, or several, begin with what was said.</summary>
public sealed record WhichSubmission(string Said, int Found) : Refusal(
    Found == 0
        ? $"There is no submission '{Said}' in this workspace: give at least 8 signs of its id, as 'candour import' printed it."
        : $"{Found} submissions begin with '{Said}': give more signs of the id.");

/// <summary>What a sender holds in hand: what arrived, what was taken of it, and what has become of it. Asked for at any time, the
/// same facts come again; only <paramref name="Standing"/> can differ.</summary>
/// <param name="Submission">The submission.</param>
/// <param name="Submitter">Who submitted it, or last put it back in force.</param>
/// <param name="State">What a second person has said.</param>
/// <param name="Findings">Rows with a finding, by its code, in the order of the codes.</param>
/// <param name="Replaced">The submissions that it stands in the place of.</param>
/// <param name="Standing">Where it stands now.</param>
public sealed record Receipt(
    SubmissionRecord Submission,
    string Submitter,
    ApprovalState State,
    IReadOnlyList<KeyValuePair<string, long>> Findings,
    IReadOnlyList<ContentHash> Replaced,
    Standing Standing)
{
    private const int FewestSigns = 8;

    /// <summary>The receipt of the submission whose id begins so.</summary>
    public static Result<Receipt> Of(OperationalStore store, string id)
    {
        ArgumentNullException.ThrowIfNull(store);
        return Find(store, id).Then(record => store.ApprovalOf(record.Id).Then(approval => store.StandingOf(record.Id).Then<Receipt>(standing =>
            new Receipt(
                record, approval.Submitter, approval.State,
                [
                    .. store.FindingsOf(record.Id).GroupBy(finding => finding.Code, StringComparer.Ordinal)
                        .OrderBy(group => group.Key, StringComparer.Ordinal)
                        .Select(group => KeyValuePair.Create(group.Key, group.Sum(finding => finding.Rows))),
                ],
                store.ReplacedBy(record.Id), standing))));
    }

    /// <summary>The submission whose id begins so; refuses too few signs, none and several.</summary>
    public static Result<SubmissionRecord> Find(OperationalStore store, string id)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(id);
        var found = id.Length < FewestSigns ? [] : store.Known().Select(known => known.Record)
            .Where(record => record.Id.Hex.StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 1 ? found[0] : new WhichSubmission(id.Length <= 64 ? id : id[..64] + "…", found.Count);
    }
}
