using System.Collections.Concurrent;
using Candour.Access;

namespace Candour.Readings.Seeing;

/// <summary>What one viewer has been shown of one snapshot, measure by measure; kept from page to page.</summary>
public sealed class ShownToOne
{
    private readonly ConcurrentDictionary<(string Measure, string Dataset), ShownSlices> slices = [];

    public ShownSlices Of(string measure, string dataset) => slices.GetOrAdd((measure, dataset), _ => new ShownSlices());
}
