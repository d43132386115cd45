namespace Candour.Web;

/// <summary>The doors of the running program.</summary>
public static class Doors
{
    /// <summary>Every endpoint with its door; none where one was forgotten.</summary>
    public static IReadOnlyList<(RouteEndpoint Endpoint, DoorAttribute? Door)> Of(IEndpointRouteBuilder web)
    {
        ArgumentNullException.ThrowIfNull(web);
        return
        [
            .. web.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                .Select(endpoint => (endpoint, endpoint.Metadata.GetMetadata<DoorAttribute>())),
        ];
    }

    /// <summary>Default deny, from the first moment: a program with an endpoint that has no door does not start.</summary>
    public static void RefuseToOpenWithout(IEndpointRouteBuilder web)
    {
        var open = Of(web).Where(one => one.Door is null).Select(one => one.Endpoint.DisplayName).ToList();
        if (open.Count > 0)
        {
            throw new InvalidOperationException($"These endpoints have no door: {string.Join(", ", open)}.");
        }
    }
}
