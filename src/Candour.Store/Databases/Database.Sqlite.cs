using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Candour.Kernel;
using Candour.Store.Auditing;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Candour.Store.Databases;

public abstract partial class Database
{
    /// <summary>A SQLite file in WAL mode with full synchronisation.</summary>
    public sealed class Sqlite(string path) : Database
    {
        private const int Permission = 3;
        private const int ReadOnly = 8;
        private const int FailedToWrite = 10;
        private const int Corrupt = 11;
        private const int Full = 13;
        private const int CannotOpen = 14;
        private const int NotADatabase = 26;
        private const int SecondsToWait = 30;

        private readonly string writing = Words(path, SqliteOpenMode.ReadWriteCreate);
        private readonly string reading = Words(path, SqliteOpenMode.ReadOnly);

        public string Path => path;

        /// <summary>Only a proof sets this: it lowers what is kept through a loss of power, to see that the proof notices.</summary>
        internal bool IsLowered { get; init; }

        internal override string Migrations => "Sqlite";

        internal override Result<Database> Examine()
        {
            var name = System.IO.Path.GetFileName(path);
            if (!File.Exists(path) || new FileInfo(path).Length == 0)
            {
                return new StoreIsLost(name);
            }

            return StoreHeader.VersionOf(path) switch
            {
                StoreHeader.NotAStore => new StoreIsNotReadable(name),
                var version when version > Migrator.KnownVersion => new StoreIsNewer(version, Migrator.KnownVersion),
                _ => this,
            };
        }

        internal override Result<Database> ExamineNew() => this;

        internal override DbConnection Connect()
        {
            var connection = new SqliteConnection(writing);
            connection.Open();
            connection.Execute(
                "PRAGMA busy_timeout = 30000; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON");
            if (IsLowered)
            {
                connection.Execute("PRAGMA synchronous = NORMAL");
            }

            return connection;
        }

        internal override DbConnection ConnectToRead()
        {
            var connection = new SqliteConnection(reading);
            connection.Open();
            connection.Execute("PRAGMA busy_timeout = 30000; PRAGMA query_only = ON; PRAGMA trusted_schema = OFF");
            return connection;
        }

        internal override DbTransaction BeginAlone(DbConnection connection) =>
            ((SqliteConnection)connection).BeginTransaction(deferred: false);

        internal override DbTransaction BeginToRead(DbConnection connection) =>
            ((SqliteConnection)connection).BeginTransaction(deferred: true);

        internal override void Prepare(DbConnection connection)
        {
            connection.Execute("PRAGMA journal_mode = WAL");
            ((SqliteConnection)connection).CreateFunction<string, long, string, string, string, string, string, string, string>(
                "chain_hash",
                (before, sequence, at, who, act, subject, scope, reason) =>
                    AuditChain.Hash(before, new AuditWords(sequence, at, who, act, subject, scope, reason)),
                isDeterministic: true);
        }

        internal override long VersionOf(DbConnection connection, DbTransaction? transaction) =>
            connection.ExecuteScalar<long>("PRAGMA user_version", transaction: transaction);

        /// <summary>A pragma takes no parameter; the number is our own count of scripts.</summary>
        internal override void SetVersion(DbConnection connection, DbTransaction transaction, long version) => connection.Execute(
            "PRAGMA user_version = " + version.ToString(CultureInfo.InvariantCulture), transaction: transaction);

        /// <summary>One prepared statement, stepped through.</summary>
        internal override void Append(
            DbConnection connection, DbTransaction transaction, IReadOnlyList<ChainedWords> rows) => connection.Execute(
            """
            INSERT INTO audit (sequence, at, who, act, subject, scope, reason, hash)
            VALUES (@Sequence, @At, @Who, @Act, @Subject, @Scope, @Reason, @Hash)
            """,
            rows.Select(row => new
            {
                row.Words.Sequence, row.Words.At, row.Words.Who, row.Words.Act, row.Words.Subject, row.Words.Scope, row.Words.Reason,
                row.Hash,
            }),
            transaction);

        internal override IReadOnlyList<Table> Tables(DbConnection connection, DbTransaction transaction) =>
            Tables(connection.Query<(string, string, long)>(
                """
                SELECT t.name, c.name, c.pk FROM sqlite_master t JOIN pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.rowid, c.cid
                """,
                transaction: transaction));

        internal override bool TryExplain(DbException fault, [NotNullWhen(true)] out Refusal? refusal)
        {
            refusal = (fault as SqliteException)?.SqliteErrorCode switch
            {
                Corrupt or NotADatabase => new StoreIsNotReadable(System.IO.Path.GetFileName(path)),
                Permission or ReadOnly or CannotOpen => new StoreCannotBeWritten(path),
                _ => null,
            };
            return refusal is not null;
        }

        internal override string DiskFault(DbException fault) => (fault as SqliteException)?.SqliteErrorCode switch
        {
            Full => $"there is no space left for the store {System.IO.Path.GetFileName(path)}.",
            FailedToWrite => $"the store {System.IO.Path.GetFileName(path)} could not be read or written.",
            _ => "",
        };

        private static string Words(string path, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            ForeignKeys = true,
            DefaultTimeout = SecondsToWait,
            Pooling = false,
        }.ToString();
    }
}
