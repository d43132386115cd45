using System.Data.Common;
using Candour.Kernel;
using Candour.Store.Databases;
using Candour.Store.Erasing;
using Dapper;

namespace Candour.Store;

public sealed partial class OperationalStore
{
    /// <summary>Replaced by none, not withdrawn, not refused by a second person, and none of its rows erased.</summary>
    private const string IsInForce =
        "superseded_by IS NULL AND withdrawn_at IS NULL AND id NOT IN (SELECT submission FROM approval WHERE state = 'refused') "
        + "AND id NOT IN (SELECT submission FROM erasure)";

    private const string SubmissionColumns =
        "id, dataset, mapping, agency, data_class, file_name, file_hash, said_hash, parquet_hash, row_count, periods, received_at, not_accepted";

    /// <summary>
    /// Takes a submission whole: its manifest, its findings, the older submissions it replaces and the audit entry, in
    /// one transaction. What becomes of it is decided inside that transaction, from the submissions known at that moment,
    /// so that of two that come at once the second meets the first.
    /// </summary>
    public Result<Admission> Accept(
        SubmissionRecord submission,
        IReadOnlyList<Finding> findings,
        Func<IReadOnlyList<KnownSubmission>, Result<Admission>> decide,
        AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(decide);
        ArgumentNullException.ThrowIfNull(entry);
        using var act = database.Begin();
        if (!decide(Known(act.Read<string>, act.Read<SubmissionRow>)).Try(out var admission, out var refusal))
        {
            return refusal;
        }

        switch (admission)
        {
            case Admission.Take take:
                Insert(act, submission, findings);
                Receive(act, submission.Id, entry.Who);
                Supersede(act, submission.Id, take.Replaced);
                break;
            case Admission.Reinstate reinstate when ErasedOn(act, reinstate.Record.Id) is [var day]:
                return new RowsWereErased(reinstate.Record.Id, day);
            case Admission.Reinstate reinstate:
                act.Execute(
                    "UPDATE submission SET superseded_by = NULL, withdrawn_at = NULL WHERE id = @Id", new { Id = reinstate.Record.Id.Hex });
                ReceiveAgain(act, reinstate.Record.Id, entry.Who);
                Supersede(act, reinstate.Record.Id, reinstate.Replaced);
                break;
            default:
                return admission;
        }

        FaultPoints.Reach(FaultPoint.SubmissionWritten);
        act.Commit(entry);
        return admission;
    }

    /// <summary>Every submission, those that were replaced included.</summary>
    public IReadOnlyList<KnownSubmission> Known() => Known(database.Read<string>, database.Read<SubmissionRow>);

    private static void Insert(Act act, SubmissionRecord submission, IReadOnlyList<Finding> findings)
    {
        act.Execute(
            $"""
            INSERT INTO submission ({SubmissionColumns}, superseded_by)
            VALUES (@Id, @Dataset, @Mapping, @Agency, @DataClass, @FileName, @FileHash, @SaidHash, @ParquetHash, @Rows,
                    @Periods, @ReceivedAt, @NotAccepted, NULL)
            """,
            new
            {
                Id = submission.Id.Hex,
                submission.Dataset,
                submission.Mapping,
                submission.Agency,
                submission.DataClass,
                submission.FileName,
                FileHash = submission.FileHash.Hex,
                SaidHash = submission.SaidHash.Hex,
                ParquetHash = submission.ParquetHash.Hex,
                submission.Rows,
                Periods = string.Join(' ', submission.Periods.Select(period => period.ToString())),
                ReceivedAt = Time(submission.ReceivedAt),
                submission.NotAccepted,
            });
        FaultPoints.Reach(FaultPoint.ManifestWritten);
        act.Execute(
            """
            INSERT INTO finding (submission, ordinal, code, severity, line, column_name, value, message, row_count)
            VALUES (@Submission, @Ordinal, @Code, @Severity, @Line, @Column, @Value, @Message, @Rows)
            """,
            findings.Select((finding, ordinal) => new
            {
                Submission = submission.Id.Hex,
                Ordinal = ordinal,
                finding.Code,
                Severity = finding.Severity.ToString(),
                finding.Line,
                finding.Column,
                finding.Value,
                finding.Message,
                finding.Rows,
            }));
    }

    private static void Supersede(Act act, ContentHash by, IReadOnlyList<ContentHash> replaced) => act.Execute(
        "UPDATE submission SET superseded_by = @By WHERE id = @Id AND superseded_by IS NULL",
        replaced.Select(old => new { By = by.Hex, Id = old.Hex }));

    private static List<KnownSubmission> Known(
        Func<string, object, IReadOnlyList<string>> ids, Func<string, object, IReadOnlyList<SubmissionRow>> rows)
    {
        var inForce = ids($"SELECT id FROM submission WHERE {IsInForce}", new { }).ToHashSet();
        return
        [
            .. rows($"SELECT {SubmissionColumns} FROM submission ORDER BY id", new { })
                .Select(row => new KnownSubmission(row.ToRecord(), inForce.Contains(row.id))),
        ];
    }

    /// <summary>The submissions that no later one has replaced and nobody has refused, by id.</summary>
    public IReadOnlyList<SubmissionRecord> InForce() =>
        Read($"SELECT {SubmissionColumns} FROM submission WHERE {IsInForce} ORDER BY id", new { });

    /// <summary>The submission with these canonical rows; none when there is none.</summary>
    public SubmissionRecord? FindSubmission(ContentHash id) =>
        Read($"SELECT {SubmissionColumns} FROM submission WHERE id = @Id", new { Id = id.Hex }).SingleOrDefault();

    /// <summary>What a person submitted, or last put back in force, whatever has become of it.</summary>
    public IReadOnlyList<SubmissionRecord> SubmittedBy(string person) => Read(
        $"SELECT {SubmissionColumns} FROM submission WHERE id IN (SELECT submission FROM approval WHERE submitter = @Person) ORDER BY id",
        new { Person = person });

    /// <summary>The submissions in force that files with these very bytes became.</summary>
    public IReadOnlyList<SubmissionRecord> FindFile(ContentHash fileHash) => Read(
        $"SELECT {SubmissionColumns} FROM submission WHERE file_hash = @Hash AND {IsInForce}",
        new { Hash = fileHash.Hex });

    public IReadOnlyList<Finding> FindingsOf(ContentHash submission) =>
    [
        .. database.Read<FindingRow>(
                """
                SELECT code AS Code, severity AS Severity, line AS Line, column_name AS ColumnName, value AS Value,
                       message AS Message, row_count AS RowCount
                FROM finding WHERE submission = @Id ORDER BY ordinal
                """,
                new { Id = submission.Hex })
            .Select(row => new Finding(
                row.Code, Enum.Parse<Severity>(row.Severity), row.Line, row.ColumnName, row.Value, row.Message, row.RowCount)),
    ];

    /// <summary>The submissions whose file is to be there, in the view of a transaction.</summary>
    internal static IReadOnlyList<string> SubmissionsWithFiles(DbConnection connection, DbTransaction transaction) => connection
        .Query<string>("SELECT id FROM submission WHERE id NOT IN (SELECT submission FROM erasure) ORDER BY id", transaction: transaction)
        .AsList();

    private List<SubmissionRecord> Read(string sql, object parameters) =>
        [.. database.Read<SubmissionRow>(sql, parameters).Select(row => row.ToRecord())];

    private static ContentHash Hash(string text) =>
        ContentHash.TryParse(text, out var hash) ? hash : throw new InvalidDataException("The store holds a broken hash.");

    private sealed record FindingRow(
        string Code, string Severity, long Line, string ColumnName, string Value, string Message, long RowCount);

#pragma warning disable CA1707, IDE1006 // The names are the table's columns; Dapper matches constructor parameters by name.
    private sealed record SubmissionRow(
        string id, string dataset, string mapping, string agency, string data_class, string file_name, string file_hash,
        string said_hash, string parquet_hash, long row_count, string periods, string received_at,
        long not_accepted)
    {
        public SubmissionRecord ToRecord() => new(
            Hash(id), dataset, mapping, agency, data_class, file_name, Hash(file_hash), Hash(said_hash), Hash(parquet_hash), row_count,
            [.. periods.Split(' ').Select(text => Period.TryParse(text, out var period)
                ? period : throw new InvalidDataException("The store holds a broken period."))],
            Time(received_at)) { NotAccepted = not_accepted };
    }
#pragma warning restore CA1707, IDE1006
}
