using Candour.Databank.Cells;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Databank.States;

/// <summary>
/// Where the states of measures come from: a computed snapshot, or a few rows in memory. Both answer alike, so a worked
/// example goes the way a published figure goes.
/// </summary>
public interface IStates
{
    Catalogue Catalogue { get; }

    /// <summary>Whether there are any data of that dataset.</summary>
    bool Has(string dataset);

    /// <summary>The state of a measure made of rows over areas of the lowest level and a period, under conditions.</summary>
    CellSum Sum(
        Measure measure, Dataset dataset, IReadOnlyList<string> areas, Period period, IReadOnlyList<Narrowing> where);

    /// <summary>The rows of a dataset, for what has no states that add up.</summary>
    RowPass Rows(Dataset dataset);
}
