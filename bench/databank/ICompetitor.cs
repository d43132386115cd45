using Candour.Databank.Sql;

namespace Candour.Bench;

/// <summary>A database with the nation's rows, typed, in a table called <c>rows</c>.</summary>
internal interface ICompetitor : IDisposable
{
    /// <summary>What its SQL looks like.</summary>
    SqlDialect Dialect { get; }

    /// <summary>Carries out a statement and throws its rows away into a table or nothing, as the database does fastest.</summary>
    void Make(string statement);

    /// <summary>The rows of a statement as texts, missing values empty.</summary>
    IReadOnlyList<IReadOnlyList<string>> Read(string statement);
}
