namespace Candour.Web;

/// <summary>
/// Headers of every answer, faults included: no script but the one by which somebody leaves a page at once, nothing from another host, not framed, nothing told to the
/// next site.
/// </summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'";

    private const string WithTheScriptThatLeaves = ContentSecurityPolicy + "; script-src 'self'";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        // On starting, because the fault handler clears the headers that were set before it.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            var leaves = context.GetEndpoint()?.Metadata.GetMetadata<LeftAtOnceAttribute>() is not null;
            headers.ContentSecurityPolicy = leaves ? WithTheScriptThatLeaves : ContentSecurityPolicy;
            if (leaves)
            {
                // Whoever comes after at the same browser finds nothing kept.
                headers.CacheControl = "no-store";
            }

            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-cache";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
