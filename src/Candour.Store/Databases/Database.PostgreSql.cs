using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using Candour.Kernel;
using Candour.Store.Auditing;
using Dapper;
using Npgsql;

namespace Candour.Store.Databases;

public abstract partial class Database
{
    /// <summary>A PostgreSQL database, in the first schema of the connection's search path.</summary>
    public sealed class PostgreSql : Database
    {
        private readonly string words;
        private readonly string where;

        private PostgreSql(NpgsqlConnectionStringBuilder read)
        {
            words = read.ToString();
            where = $"{read.Host}:{read.Port}/{read.Database}";
        }

        /// <summary>Reads a connection string, which is refused without being repeated: it may hold a password.</summary>
        public static Result<Database> At(string connectionString)
        {
            try
            {
                var read = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "candour", IncludeErrorDetail = false };
                return string.IsNullOrEmpty(read.Host) || string.IsNullOrEmpty(read.Database)
                    ? new StoreAddressIsNotReadable()
                    : new PostgreSql(read);
            }
            catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
            {
                return new StoreAddressIsNotReadable();
            }
        }

        internal override string Migrations => "PostgreSql";

        internal override Result<Database> Examine() => Examine(none: new StoreIsNotThere(where));

        internal override Result<Database> ExamineNew() => Examine(none: this);

        private Result<Database> Examine(Result<Database> none)
        {
            using var connection = Connect();
            return VersionOf(connection, null) switch
            {
                0 => none,
                var version when version > Migrator.KnownVersion => new StoreIsNewer(version, Migrator.KnownVersion),
                _ => this,
            };
        }

        internal override DbConnection Connect()
        {
            var connection = new NpgsqlConnection(words);
            connection.Open();
            return connection;
        }

        internal override DbConnection ConnectToRead()
        {
            var connection = Connect();
            connection.Execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
            return connection;
        }

        /// <summary>The lock is the schema's own; it goes with the transaction, however that ends.</summary>
        internal override DbTransaction BeginAlone(DbConnection connection)
        {
            var transaction = connection.BeginTransaction();
            connection.Execute(
                """
                SET LOCAL synchronous_commit = on;
                SET LOCAL lock_timeout = '30s';
                SELECT pg_advisory_xact_lock(hashtextextended('candour ' || current_schema(), 0));
                """,
                transaction: transaction);
            return transaction;
        }

        internal override DbTransaction BeginToRead(DbConnection connection) =>
            connection.BeginTransaction(IsolationLevel.RepeatableRead);

        internal override void Prepare(DbConnection connection)
        {
            using var transaction = BeginAlone(connection);
            connection.Execute(
                """
                CREATE TABLE IF NOT EXISTS store_version (
                    one bigint NOT NULL PRIMARY KEY CHECK (one = 1),
                    version bigint NOT NULL);
                INSERT INTO store_version (one, version) VALUES (1, 0) ON CONFLICT (one) DO NOTHING;
                """,
                transaction: transaction);
            transaction.Commit();
        }

        internal override long VersionOf(DbConnection connection, DbTransaction? transaction) =>
            connection.ExecuteScalar<bool>(
                "SELECT to_regclass(quote_ident(current_schema()) || '.store_version') IS NOT NULL", transaction: transaction)
                ? connection.ExecuteScalar<long>("SELECT coalesce(max(version), 0) FROM store_version", transaction: transaction)
                : 0;

        internal override void SetVersion(DbConnection connection, DbTransaction transaction, long version) =>
            connection.Execute("UPDATE store_version SET version = @Version", new { Version = version }, transaction);

        /// <summary>One statement for all, as columns: a journey to the server and back for each row would be slow.</summary>
        internal override void Append(DbConnection connection, DbTransaction transaction, IReadOnlyList<ChainedWords> rows)
        {
            string[] Column(Func<ChainedWords, string> of) => [.. rows.Select(of)];
            connection.Execute(
                """
                INSERT INTO audit (sequence, at, who, act, subject, scope, reason, hash)
                SELECT * FROM unnest(@Sequence, @At, @Who, @Act, @Subject, @Scope, @Reason, @Hash)
                """,
                new
                {
                    Sequence = rows.Select(row => row.Words.Sequence).ToArray(),
                    At = Column(row => row.Words.At),
                    Who = Column(row => row.Words.Who),
                    Act = Column(row => row.Words.Act),
                    Subject = Column(row => row.Words.Subject),
                    Scope = Column(row => row.Words.Scope),
                    Reason = Column(row => row.Words.Reason),
                    Hash = Column(row => row.Hash),
                },
                transaction);
        }

        internal override IReadOnlyList<Table> Tables(DbConnection connection, DbTransaction transaction) =>
            Tables(connection.Query<(string, string, long)>(
                """
                SELECT t.relname::text, c.attname::text,
                       coalesce(array_position(k.conkey, c.attnum), 0)::bigint
                FROM pg_class t
                JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
                LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
                WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace
                ORDER BY t.oid, c.attnum
                """,
                transaction: transaction));

        internal override string DiskFault(DbException fault) => (fault as PostgresException)?.SqlState switch
        {
            PostgresErrorCodes.DiskFull => $"there is no space left for the PostgreSQL database {where}.",
            PostgresErrorCodes.IoError => $"the PostgreSQL database {where} could not be read or written.",
            _ => "",
        };

        internal override bool TryExplain(DbException fault, [NotNullWhen(true)] out Refusal? refusal)
        {
            refusal = fault switch
            {
                PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => new StoreMayNotBeWritten(where),
                PostgresException said when said.SqlState.StartsWith("28", StringComparison.Ordinal)
                    || said.SqlState == PostgresErrorCodes.InvalidCatalogName => new StoreLetsNobodyIn(where),
                PostgresException said when said.SqlState.StartsWith("57P", StringComparison.Ordinal)
                    || said.SqlState.StartsWith("08", StringComparison.Ordinal) => new StoreCannotBeReached(where),
                NpgsqlException { InnerException: SocketException or IOException or TimeoutException } => new StoreCannotBeReached(where),
                _ => null,
            };
            return refusal is not null;
        }
    }
}
