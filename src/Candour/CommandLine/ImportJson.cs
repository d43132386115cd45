using Candour.Intake.Submitting;
using Candour.Kernel;

namespace Candour.CommandLine;

/// <summary>The JSON of <c>import</c>; see docs/json.md.</summary>
internal sealed record ImportJson(string File, string Verdict, string Code, string Message, string Submission, string Dataset, long Rows)
{
    /// <summary>What a preview would replace; empty otherwise.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>What a preview would change; empty otherwise.</summary>
    public IReadOnlyList<ChangeJson> Changes { get; init; } = [];

    public static ImportJson Of(string file, Result<Submitted> result) => result.Match(
        taken => new ImportJson(
            file, taken.IsNew ? "ACCEPT" : "UNCHANGED", "", "", taken.Record.Id.Hex, taken.Record.Dataset, taken.Record.Rows),
        refusal => Of(file, refusal));

    public static ImportJson Of(string file, Result<Preview> result) => result.Match(
        seen => new ImportJson(
            file, seen.IsThere ? "UNCHANGED" : "PREVIEW", "", "", seen.Record.Id.Hex, seen.Record.Dataset, seen.Record.Rows)
        {
            Replaces = [.. seen.Replaces.Select(one => one.Id.Hex)],
            Changes =
            [
                .. seen.Changes.Select(change => new ChangeJson(
                    change.Period.ToString(), change.Same, change.Added, change.Changed, change.Vanished)),
            ],
        },
        refusal => Of(file, refusal));

    private static ImportJson Of(string file, Refusal refusal) => new(file, "REFUSE", RefusalCode.Of(refusal), refusal.Sentence, "", "", 0);

    /// <summary>The rows of one period.</summary>
    internal sealed record ChangeJson(string Period, long Same, long Added, long Changed, long Vanished);
}
