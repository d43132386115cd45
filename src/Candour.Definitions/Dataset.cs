using Candour.Kernel;

namespace Candour.Definitions;

/// <summary>What one row of a dataset is.</summary>
public enum RowKind
{
    /// <summary>One row is one case, and counts as 1.</summary>
    Case,

    /// <summary>One row is a published or pre-added count; it counts as its weight.</summary>
    Aggregate,

    /// <summary>One row is a figure that somebody else computed: shown as it came, never added to another.</summary>
    Estimate,
}

/// <summary>What a field holds.</summary>
public enum FieldType
{
    /// <summary>A code of the dataset's area hierarchy, at its lowest level.</summary>
    Area,

    /// <summary>A code of a code list.</summary>
    Code,

    /// <summary>A month or a quarter.</summary>
    Period,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A whole number that weighs the row; negative only where the field says so.</summary>
    Count,

    /// <summary>A number with declared decimals that does not weigh the row: days lost, pounds, a hearing's number.</summary>
    Number,

    /// <summary>How many of the whole a sampled row stands for; positive. Never a count weight.</summary>
    SamplingWeight,

    /// <summary>Becomes a keyed pseudonym before anything is written.</summary>
    Identifier,
}

/// <summary>One field of a dataset's rows.</summary>
/// <param name="Id">Its name in definitions, files and links.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Type">What it holds.</param>
/// <param name="CodeList">Id of the code list of a code field; else empty.</param>
/// <param name="Namespace">Namespace of an identifier (crime, suspect …); else empty.</param>
/// <param name="Required">A row without it cannot be taken.</param>
/// <param name="NegativeAllowed">A count may be a correction below zero.</param>
/// <param name="Decimals">Of a number, how many are kept; 0 for whole numbers and all other fields.</param>
public sealed record Field(
    string Id,
    string Title,
    FieldType Type,
    string CodeList,
    string Namespace,
    bool Required,
    bool NegativeAllowed,
    int Decimals)
{
    /// <summary>Of a number, the least it can be; the least there is when nothing is said.</summary>
    public long AtLeast { get; init; } = long.MinValue;

    /// <summary>Of a number, the most it can be; the most there is when nothing is said.</summary>
    public long AtMost { get; init; } = long.MaxValue;

    /// <summary>Of a date, true when it cannot lie after the day on which the file is read.</summary>
    public bool IsPast { get; init; }

    /// <summary>Of an identifier, the regular expression that a whole value matches; empty when any value may be one.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>Decimals kept of a sampling weight.</summary>
    public const int WeightDecimals = 6;

    /// <summary>What the number is multiplied by to be kept as a whole number.</summary>
    public long Scale => (long)Math.Pow(10, Decimals);
}

/// <summary>How a figure of several months is made of its months.</summary>
public enum OverTime
{
    /// <summary>Events add up.</summary>
    Sum,

    /// <summary>A stock is what it was in the last month.</summary>
    Last,

    /// <summary>A stock is its mean over the months.</summary>
    Mean,
}

/// <summary>
/// How the rows of a sample were drawn. The sampling weight is another thing than a count weight: it says how many of the
/// whole a row stands for, and a measure declares whether it takes it.
/// </summary>
/// <param name="Weight">The sampling weight field.</param>
/// <param name="Stratum">The field with the stratum; empty for none.</param>
/// <param name="Cluster">The field with the cluster; empty for none.</param>
/// <param name="Method">The field that says how a row was selected: at random or on purpose, never pooled.</param>
/// <param name="Announced">The field that says whether the assessed knew; empty for none.</param>
public sealed record Sampling(string Weight, string Stratum, string Cluster, string Method, string Announced);

/// <summary>
/// A cohort basis: which period a row belongs to. A definition names the basis, never the column, so that one
/// definition runs on case rows and on published counts.
/// </summary>
/// <param name="Id">Such as <c>assigned</c> or <c>recorded</c>.</param>
/// <param name="Title">In words that can follow "counted by".</param>
/// <param name="PeriodField">The period or date field that places a row.</param>
/// <param name="WeightField">The count field that weighs a row; empty when each row counts 1.</param>
/// <param name="SettlesAfterMonths">How many months after a period's end its figures go on changing much because the
/// cases are still open; 0 when every case had the same time. Younger periods are hatched and carry no signal.</param>
/// <param name="OverTime">How a figure of several months is made of its months.</param>
public sealed record CohortBasis(
    string Id, string Title, string PeriodField, string WeightField, int SettlesAfterMonths, OverTime OverTime)
{
    /// <summary>Fields that are known when a row enters its cohort and do not change with its end; empty when the definition does
    /// not say, and then everything settles.</summary>
    public IReadOnlyList<string> KnownAtOnce { get; init; } = [];
}

/// <summary>What one row is, its fields, its key and its cohort bases.</summary>
public sealed record Dataset
{
    private readonly Dictionary<string, int> positions = [];

    /// <summary>Its name in definitions, files and links.</summary>
    public required string Id { get; init; }

    /// <summary>As people read it.</summary>
    public required string Title { get; init; }

    /// <summary>Its numbers in the catalogue of datasets; empty for one outside it.</summary>
    public required IReadOnlyList<int> Map { get; init; }

    /// <summary>What one row is.</summary>
    public required RowKind Rows { get; init; }

    /// <summary>What one counted thing is.</summary>
    public required CountingUnit Unit { get; init; }

    /// <summary>Id of the hierarchy its area field belongs to.</summary>
    public required string Hierarchy { get; init; }

    /// <summary>Other hierarchies over the same lowest areas.</summary>
    public required IReadOnlyList<string> AlsoBy { get; init; }

    /// <summary>One of the system's own registers, such as actions and risks.</summary>
    public required bool IsRegister { get; init; }

    /// <summary>Length of the shortest period its rows can answer for: 1, 3 or 12 months.</summary>
    public required int Months { get; init; }

    /// <summary>In the order of the stored columns.</summary>
    public required IReadOnlyList<Field> Fields
    {
        get;
        init
        {
            field = value;
            positions = value.Select((one, index) => (one.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        }
    }

    /// <summary>The fields that together name a row once.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>The first is the basis that a submission's periods are taken from.</summary>
    public required IReadOnlyList<CohortBasis> Bases { get; init; }

    /// <summary>Date fields that never run backwards in a row, each list in its order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> DateOrders { get; init; } = [];

    /// <summary>Code fields whose code lies in the group named by another field of the row: a unit in its area.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Within { get; init; } = [];

    /// <summary>How its rows were drawn; absent when they are not a sample.</summary>
    public required Sampling? Sampling { get; init; }

    /// <summary>How many months after the end of its period a row is to be erased; 0 when it is kept.</summary>
    public int RetentionMonths { get; init; }

    /// <summary>By which periods it is closed, and when; absent for one that is not closed here.</summary>
    public Reporting? Reporting { get; init; }

    /// <summary>What every reader must know about these data.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public Field AreaField => Fields.First(one => one.Type == FieldType.Area);

    /// <summary>The hierarchies its figures can be read by, the first being its own.</summary>
    public IReadOnlyList<string> Hierarchies => [Hierarchy, .. AlsoBy];

    /// <summary>The field of that name, if the dataset has it.</summary>
    public Field? FieldNamed(string id) => positions.TryGetValue(id, out var index) ? Fields[index] : null;

    public CohortBasis? BasisNamed(string id) => Bases.FirstOrDefault(basis => basis.Id == id);

    /// <summary>Position of a field among the stored columns; -1 when the dataset does not have it.</summary>
    public int IndexOf(string id) => positions.GetValueOrDefault(id, -1);
}
