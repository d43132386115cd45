using System.Text.RegularExpressions;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Store;

namespace Candour.Tests.Intake.Stopping;

/// <summary>
/// What must be true of a workspace after a stop at any moment: it opens, its trail holds, what was acknowledged is there with a
/// receipt, and whatever is there is there once and whole.
/// </summary>
internal sealed partial class WholeWorkspace(string folder, MonthlyFiles files)
{
    /// <summary>Files that were acknowledged and are not there.</summary>
    public int Lost { get; private set; }

    /// <summary>Submissions without all of their rows, or whose receipt says otherwise.</summary>
    public int Partial { get; private set; }

    /// <summary>Files that are there twice, or whose submitting stands in the trail more than once.</summary>
    public int Duplicated { get; private set; }

    /// <summary>Submissions that were there although nobody had been told.</summary>
    public int NotTold { get; private set; }

    /// <summary>Stops that left something unfinished on the disk: half a file, or rows without a manifest.</summary>
    public int LeftUnfinished { get; private set; }

    /// <summary>How many files are there.</summary>
    public int Present { get; private set; }

    public string Wrong => $"{Lost} lost, {Partial} partial, {Duplicated} duplicated";

    /// <summary>The files whose taking a run of <c>candour import</c> told, with the beginning of their submission.</summary>
    public static Dictionary<string, string> Acknowledged(string output) =>
        Told().Matches(output).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    /// <summary>Looks at everything that is there now.</summary>
    public void Look(Dictionary<string, string> acknowledged)
    {
        var workspace = Workspace.Open(folder).Match(open => open, refusal => throw new InvalidOperationException(refusal.Sentence));
        var store = workspace.Store;
        Assert.True(store.VerifyAudit([]) is not Result<Candour.Store.Auditing.AuditHead>.Refused, "The trail does not hold.");
        var known = store.Known();
        var submitted = store.Audit().Where(entry => entry.Act == "submit").Select(entry => entry.Subject).ToList();
        var names = known.Select(one => Path.GetFileName(one.Record.FileName)).ToList();
        Present = known.Count;
        Lost += acknowledged.Count(told => !known.Any(one =>
            one.Record.Id.Hex.StartsWith(told.Value, StringComparison.Ordinal) && Path.GetFileName(one.Record.FileName) == told.Key));
        Duplicated += names.Count - names.Distinct().Count() + submitted.Count - submitted.Distinct().Count();
        Partial += known.Count(one => !IsWhole(workspace, one, submitted));
        NotTold += names.Count(name => !acknowledged.ContainsKey(name));
        LeftUnfinished += Directory.EnumerateFiles(workspace.Submissions)
            .Any(file => !known.Any(one => Path.GetFileName(file) == $"{one.Record.Id}.parquet")) ? 1 : 0;
    }

    private bool IsWhole(Workspace workspace, KnownSubmission one, List<string> submitted)
    {
        var path = SubmissionFile.PathOf(workspace.Submissions, one.Record.Id);
        var expected = files.Expected[Path.GetFileName(one.Record.FileName)];
        if (!one.InForce || !submitted.Contains(one.Record.Id.Hex) || !File.Exists(path) || ContentHash.OfFile(path) != one.Record.ParquetHash
            || !Receipt.Of(workspace.Store, one.Record.Id.Abbreviated).Match(
                receipt => receipt.Standing is Standing.InForce && receipt.Submission.Rows == expected.Count, _ => false))
        {
            return false;
        }

        var dataset = Repository.Catalogue.Datasets["case-extract"];
        var (unit, day, age, id) = (dataset.IndexOf("unit"), dataset.IndexOf("report_date"), dataset.IndexOf("victim_age"), dataset.IndexOf("case"));
        var rows = SubmissionFile.ReadAsync(path, dataset, CancellationToken.None).GetAwaiter().GetResult().OrderBy(row => row.Line).ToList();
        return rows.Select(row => $"{row.Values[unit]} {row.Values[day]} {row.Values[age]}").SequenceEqual(expected)
            && rows.Select(row => row.Values[id]).Distinct().Count() == expected.Count;
    }

    [GeneratedRegex(@"^(f\d+\.csv): \d+ rows as case-extract, submission ([0-9a-f]{12})", RegexOptions.Multiline)]
    private static partial Regex Told();
}
