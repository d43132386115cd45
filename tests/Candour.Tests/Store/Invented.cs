using Candour.Kernel;
using Candour.Store;

namespace Candour.Tests.Store;

/// <summary>Records for tests of the store.</summary>
internal static class Invented
{
    public static readonly DateTimeOffset Noon = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    public static AuditEntry Entry(string act) => new(Noon, "tester", act, "subject", "durham", "reason");

    public static SubmissionRecord Submission(string name) => new(
        ContentHash.Of(name), "crimes", "synthetic-crimes", "synthetic", "synthetic", $"{name}.csv",
        ContentHash.Of($"file {name}"), ContentHash.Of(name), ContentHash.Of("parquet"), 3,
        [Period.Month(2025, 1), Period.Month(2025, 2)], Noon);

    public static Func<IReadOnlyList<KnownSubmission>, Result<Admission>> Take(params ContentHash[] replaced) =>
        _ => new Admission.Take(replaced);
}
