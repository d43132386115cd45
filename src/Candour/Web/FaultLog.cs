using Microsoft.AspNetCore.Diagnostics;

namespace Candour.Web;

/// <summary>
/// Writes a fault down once, under the id that the page shows. The exception's message is left out: it may repeat what
/// stood in a row, and a log must not.
/// </summary>
internal sealed class FaultLog(ILogger<FaultLog> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        log.LogError(
            "Fault {CorrelationId}: {Kind}\n{StackTrace}",
            httpContext.TraceIdentifier,
            exception.GetType().FullName,
            exception.StackTrace);
        return ValueTask.FromResult(false);
    }
}
