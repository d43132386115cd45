namespace Candour.Definitions;

/// <summary>One part of a whole that stands in columns: the count of a column, less that of another.</summary>
/// <param name="Code">The code the part gets.</param>
/// <param name="Column">The column with its count.</param>
/// <param name="Minus">The column taken off; empty for none.</param>
public sealed record PartColumn(string Code, string Column, string Minus);

/// <summary>
/// Counts of parts that stand side by side in a row and become a row each. Where a whole stands beside one of its parts, the
/// other part is the whole less the first, so that nothing is counted twice.
/// </summary>
/// <param name="Field">The code field that tells the parts apart.</param>
/// <param name="Value">The count field that holds them.</param>
/// <param name="Of">The parts.</param>
public sealed record PartsRule(string Field, string Value, IReadOnlyList<PartColumn> Of)
{
    /// <summary>The columns that are read.</summary>
    public IEnumerable<string> Columns => Of.SelectMany(part => new[] { part.Column, part.Minus }).Where(name => name.Length > 0).Distinct();
}

/// <summary>The rows of a file that belong to the dataset: those whose value in a column is one of some.</summary>
/// <param name="Column">The column.</param>
/// <param name="Values">The values, as the file writes them.</param>
public sealed record OnlyRule(string Column, IReadOnlyList<string> Values);
