using Candour.Kernel;
using Dapper;

namespace Candour.Store;

public sealed partial class OperationalStore
{
    private const string SubmissionColumns =
        "id, dataset, mapping, agency, data_class, file_name, file_hash, parquet_hash, row_count, periods, received_at";

    /// <summary>
    /// Takes a submission whole: its manifest, its findings, the older submissions it replaces and the audit entry, in
    /// one transaction. Whoever comes second with the same rows or the same file bytes changes nothing.
    /// </summary>
    /// <returns>True when this call took it; false when it was there already.</returns>
    public bool Accept(
        SubmissionRecord submission, IReadOnlyList<Finding> findings, IReadOnlyList<ContentHash> replaced, AuditEntry entry)
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var taken = connection.Execute(
            $"""
            INSERT INTO submission ({SubmissionColumns}, superseded_by)
            VALUES (@Id, @Dataset, @Mapping, @Agency, @DataClass, @FileName, @FileHash, @ParquetHash, @Rows, @Periods,
                    @ReceivedAt, NULL)
            ON CONFLICT DO NOTHING
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
                ParquetHash = submission.ParquetHash.Hex,
                submission.Rows,
                Periods = string.Join(' ', submission.Periods.Select(period => period.ToString())),
                ReceivedAt = Time(submission.ReceivedAt),
            },
            transaction);
        if (taken == 0)
        {
            return false;
        }

        connection.Execute(
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
            }),
            transaction);
        connection.Execute(
            "UPDATE submission SET superseded_by = @By WHERE id = @Id AND superseded_by IS NULL",
            replaced.Select(old => new { By = submission.Id.Hex, Id = old.Hex }),
            transaction);
        Write(connection, transaction, entry);
        transaction.Commit();
        return true;
    }

    /// <summary>The submissions that no later one has replaced, by id.</summary>
    public IReadOnlyList<SubmissionRecord> InForce() =>
        Read($"SELECT {SubmissionColumns} FROM submission WHERE superseded_by IS NULL ORDER BY id", new { });

    /// <summary>The submission with these canonical rows; none when there is none.</summary>
    public SubmissionRecord? FindSubmission(ContentHash id) =>
        Read($"SELECT {SubmissionColumns} FROM submission WHERE id = @Id", new { Id = id.Hex }).SingleOrDefault();

    /// <summary>The submission that a file with these very bytes became; none when there is none.</summary>
    public SubmissionRecord? FindFile(ContentHash fileHash) =>
        Read($"SELECT {SubmissionColumns} FROM submission WHERE file_hash = @Hash", new { Hash = fileHash.Hex })
            .SingleOrDefault();

    public IReadOnlyList<Finding> FindingsOf(ContentHash submission)
    {
        using var connection = Connect();
        return
        [
            .. connection.Query<FindingRow>(
                    """
                    SELECT code AS Code, severity AS Severity, line AS Line, column_name AS ColumnName, value AS Value,
                           message AS Message, row_count AS RowCount
                    FROM finding WHERE submission = @Id ORDER BY ordinal
                    """,
                    new { Id = submission.Hex })
                .Select(row => new Finding(
                    row.Code, Enum.Parse<Severity>(row.Severity), row.Line, row.ColumnName, row.Value, row.Message, row.RowCount)),
        ];
    }

    private List<SubmissionRecord> Read(string sql, object parameters)
    {
        using var connection = Connect();
        return [.. connection.Query<SubmissionRow>(sql, parameters).Select(row => row.ToRecord())];
    }

    private static ContentHash Hash(string text) =>
        ContentHash.TryParse(text, out var hash) ? hash : throw new InvalidDataException("The store holds a broken hash.");

    private sealed record FindingRow(
        string Code, string Severity, long Line, string ColumnName, string Value, string Message, long RowCount);

#pragma warning disable CA1707, IDE1006 // The names are the table's columns; Dapper matches constructor parameters by name.
    private sealed record SubmissionRow(
        string id, string dataset, string mapping, string agency, string data_class, string file_name, string file_hash,
        string parquet_hash, long row_count, string periods, string received_at)
    {
        public SubmissionRecord ToRecord() => new(
            Hash(id), dataset, mapping, agency, data_class, file_name, Hash(file_hash), Hash(parquet_hash), row_count,
            [.. periods.Split(' ').Select(text => Period.TryParse(text, out var period)
                ? period : throw new InvalidDataException("The store holds a broken period."))],
            Time(received_at));
    }
#pragma warning restore CA1707, IDE1006
}
