using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Freezing;
using Candour.Intake.Mapped;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.Store;

namespace Candour.Tests.Freezing;

/// <summary>
/// A nation of two areas with two forces each, one dataset that is closed by quarters, and three measures of it: small enough to
/// be computed hundreds of times in a test, by the real databank over a real workspace.
/// </summary>
internal sealed class SmallNation : IDisposable
{
    public static readonly string[] Forces = ["f1", "f2", "f3", "f4"];
    public static readonly string[] Areas = ["a1", "a2"];
    public static readonly string[] Outcomes = ["charged", "closed", "open"];

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["hierarchies/small.yaml"] = """
            id: small
            title: Small nation
            at: 2024-01-01
            source: invented
            levels: [nation, area, force]
            areas:
              - {code: small, title: Small nation, level: nation}
              - {code: a1, title: First area, level: area, parent: small}
              - {code: a2, title: Second area, level: area, parent: small}
              - {code: f1, title: Force one, level: force, parent: a1}
              - {code: f2, title: Force two, level: force, parent: a1}
              - {code: f3, title: Force three, level: force, parent: a2}
              - {code: f4, title: Force four, level: force, parent: a2}
            """,
        ["codelists/result.yaml"] = """
            id: result
            title: Result
            source: invented
            codes:
              - {code: charged, title: Charged}
              - {code: closed, title: Closed}
              - {code: open, title: Open}
            """,
        ["datasets/cases.yaml"] = """
            id: cases
            title: Cases
            rows: case
            unit: crime
            hierarchy: small
            months: 1
            fields:
              crime: {title: Reference, type: identifier, namespace: crime, required: true}
              force: {title: Force, type: area, required: true}
              recorded_date: {title: Day recorded, type: date, required: true}
              outcome: {title: Result, type: code, codes: result, required: true}
              outcome_date: {title: Day of the result, type: date}
            key: [crime]
            bases:
              recorded: {title: cases recorded in the period, period: recorded_date}
            reporting: {every: quarter, agreed_by: area, data_days: 10, agree_days: 20, freeze_days: 30}
            """,
        ["measures/small/cases-recorded.yaml"] = Measure("cases-recorded", "type: count", "{numerator: 2, value: 2}"),
        ["measures/small/charged-share.yaml"] = Measure(
            "charged-share", "type: share", "{numerator: 1, denominator: 2, value: 0.5}", "\nnumerator: {outcome: [charged]}"),
        ["measures/small/days-median.yaml"] = Measure(
            "days-median", "type: days", "{numerator: 2, denominator: 2, value: 4}",
            "\ndays: {from: recorded_date, to: outcome_date, quantile: 0.5}"),
        ["frameworks/small.yaml"] = """
            id: small
            title: Small framework
            source: invented
            parts: []
            """,
    };

    private readonly TemporaryFolder folder = new();

    public SmallNation()
    {
        Catalogue = CatalogueWith([]);
        Workspace = Workspace.Create(folder.At("workspace"), WorkspaceKind.Demo, StoreKind.Sqlite, ApprovalRule.None, PseudonymKey.DemoKeyId, "")
            .Match(made => made, refusal => throw new InvalidOperationException(refusal.Sentence));
    }

    public Catalogue Catalogue { get; set; }

    public Workspace Workspace { get; }

    public Dataset Dataset => Catalogue.Datasets["cases"];

    public string At(string name) => folder.At(name);

    /// <summary>The definitions, with some texts in other words.</summary>
    public static Catalogue CatalogueWith(params IReadOnlyList<(string File, string From, string To)> changes)
    {
        var texts = new Dictionary<string, string>(Texts);
        foreach (var (file, from, to) in changes)
        {
            Assert.Contains(from, texts[file], StringComparison.Ordinal);
            texts[file] = texts[file].Replace(from, to, StringComparison.Ordinal);
        }

        return Catalogue.Read(texts).Match(read => read, refusal => throw new InvalidOperationException(refusal.Sentence));
    }

    public static MappedRow Case(int number, string force, DateOnly recorded, string outcome, int days = 3) => new(
        number + 1,
        [$"c{number:0000}", force, recorded.ToString("yyyy-MM-dd"), outcome, outcome == "open" ? "" : recorded.AddDays(days).ToString("yyyy-MM-dd")]);

    /// <summary>The rows of one quarter as one submission, in the place of the one before.</summary>
    public async Task SubmitAsync(Period quarter, IReadOnlyList<MappedRow> rows, DateTimeOffset at, string who)
    {
        var id = CanonicalRows.Hash(Dataset, "small", rows);
        var path = SubmissionFile.PathOf(Workspace.Submissions, id);
        var parquet = Workspace.Store.FindSubmission(id)?.ParquetHash
            ?? await SubmissionFile.WriteAsync(path, Dataset, "synthetic", rows, CancellationToken.None);
        var record = new SubmissionRecord(
            id, "cases", "small", "small", "synthetic", $"{quarter.ToReference()}.csv", ContentHash.Of($"{quarter} {id}"), id, parquet, rows.Count,
            quarter.Split(1), at);
        var taken = Workspace.Store.Accept(
            record, [], known => Admitting.Decide(record, known, replace: true), new AuditEntry(at, who, "replace", id.Hex, "small", "test"));
        Assert.IsType<Result<Admission>.Accepted>(taken);
    }

    /// <summary>Pins and computes what is in force, and records what is late.</summary>
    public async Task<ReadableSnapshot> ComputeAsync(DateTimeOffset at)
    {
        var pinned = Ok(SnapshotMaking.Pin(Workspace, Catalogue, at, "computer"));
        Ok(await SnapshotMaking.ComputeAsync(Workspace, Catalogue, pinned, at, "computer", new Progress<(int, int)>(), CancellationToken.None));
        var current = Open();
        Ok(LateRows.Record(Workspace, current, at, "computer", Candour.SignIn.Secret.NewId));
        return current;
    }

    public ReadableSnapshot Open() => Ok(ReadableSnapshot.Open(Workspace, Catalogue));

    public ReadingRoom Room() => new(Open(), FrozenSnapshots.Of(Workspace, Catalogue));

    /// <summary>Every figure of a period: each measure in each area, with every digit.</summary>
    public IReadOnlyList<string> Figures(Period period) => Figures(Room(), period);

    /// <summary>The same from one room.</summary>
    public static IReadOnlyList<string> Figures(ReadingRoom room, Period period)
    {
        var hierarchy = room.Catalogue.Hierarchies["small"];
        return
        [
            .. room.Catalogue.Measures.Values.OrderBy(measure => measure.Id, StringComparer.Ordinal).SelectMany(measure => hierarchy.Areas.Select(area =>
                Reproduction.Text(room.Read(measure, new Candour.Readings.Asking.Question(room.Catalogue.Datasets["cases"], hierarchy, area, period, []))))),
        ];
    }

    public void Dispose() => folder.Dispose();

    public static T Ok<T>(Result<T> result) => result.Match(value => value, refusal => throw new InvalidOperationException(refusal.Sentence));

    public static Refusal No<T>(Result<T> result) => result.Match(value => throw new InvalidOperationException($"It was accepted: {value}"), refusal => refusal);

    private static string Measure(string id, string type, string expect, string more = "") => $$"""
        id: {{id}}
        version: 1
        title: {{id}}
        question: How many?
        source: invented
        kind: context
        {{type}}
        unit: crime
        datasets: [cases]
        basis: recorded{{more}}
        direction: context
        breakdowns: [{{(type.EndsWith("share", StringComparison.Ordinal) ? "" : "outcome")}}]
        frequency: monthly
        minimum_cell: 5
        beside: []
        caveats: []
        examples:
          - dataset: cases
            period: 2025-01
            rows:
              - {crime: c1, force: f1, recorded_date: 2025-01-10, outcome: charged, outcome_date: 2025-01-14}
              - {crime: c2, force: f3, recorded_date: 2025-01-11, outcome: closed, outcome_date: 2025-01-15}
            expect: {{expect}}
        """;
}
