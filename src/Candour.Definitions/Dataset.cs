using Candour.Kernel;

namespace Candour.Definitions;

/// <summary>What one row of a dataset is.</summary>
public enum RowKind
{
    /// <summary>One row is one case, and counts as 1.</summary>
    Case,

    /// <summary>One row is a published or pre-added count; it counts as its weight.</summary>
    Aggregate,
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
public sealed record Field(
    string Id, string Title, FieldType Type, string CodeList, string Namespace, bool Required, bool NegativeAllowed);

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
public sealed record CohortBasis(
    string Id, string Title, string PeriodField, string WeightField, int SettlesAfterMonths);

/// <summary>What one row is, its fields, its key and its cohort bases.</summary>
/// <param name="Id">Its name in definitions, files and links.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Rows">What one row is.</param>
/// <param name="Unit">What one counted thing is.</param>
/// <param name="Hierarchy">Id of the hierarchy its area field belongs to.</param>
/// <param name="Months">Length of the shortest period its rows can answer for: 1 or 3 months.</param>
/// <param name="Fields">In the order of the stored columns.</param>
/// <param name="Key">The fields that together name a row once.</param>
/// <param name="Bases">The first is the basis that a submission's periods are taken from.</param>
/// <param name="Notes">What every reader must know about these data.</param>
public sealed record Dataset(
    string Id,
    string Title,
    RowKind Rows,
    CountingUnit Unit,
    string Hierarchy,
    int Months,
    IReadOnlyList<Field> Fields,
    IReadOnlyList<string> Key,
    IReadOnlyList<CohortBasis> Bases,
    IReadOnlyList<string> Notes)
{
    private readonly Dictionary<string, int> positions =
        Fields.Select((one, index) => (one.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);

    public Field AreaField => Fields.First(one => one.Type == FieldType.Area);

    /// <summary>The field of that name, if the dataset has it.</summary>
    public Field? FieldNamed(string id) => positions.TryGetValue(id, out var index) ? Fields[index] : null;

    public CohortBasis? BasisNamed(string id) => Bases.FirstOrDefault(basis => basis.Id == id);

    /// <summary>Position of a field among the stored columns; -1 when the dataset does not have it.</summary>
    public int IndexOf(string id) => positions.GetValueOrDefault(id, -1);
}
