using Candour.Kernel;
using Candour.Readings.Figures;

namespace Candour.Api;

/// <summary>What one address of the programming interface answers. It is served and described from this one record.</summary>
/// <param name="Path">With its parameters in braces, such as <c>/api/v1/measures/{id}</c>.</param>
/// <param name="Summary">What it answers, in a sentence.</param>
/// <param name="Asks">Whether it takes the question of a figure: dataset, area, period, conditions.</param>
/// <param name="Schema">The name of what it answers among <see cref="ApiSchemas"/>.</param>
/// <param name="IsList">It answers a list of them.</param>
/// <param name="Answer">From the room as the viewer may see it; absent when there is no such thing.</param>
public sealed record ApiOperation(
    string Path, string Summary, bool Asks, string Schema, bool IsList, Func<ReadingRoom, HttpRequest, Result<object?>> Answer);
