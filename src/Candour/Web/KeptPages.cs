using System.Collections.Concurrent;
using Candour.SignIn;

namespace Candour.Web;

/// <summary>
/// The page is made of nothing but the snapshot, what its viewer may see and what they were told, and its address; so it is
/// made once and kept.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeptPageAttribute : Attribute;

/// <summary>
/// Keeps finished pages for the viewer for whom they were made, and for nobody else. The trail is told of every reading all
/// the same: it comes before this.
/// </summary>
internal sealed class KeptPages(RequestDelegate next, Rooms rooms)
{
    private const long BytesKept = 128L * 1024 * 1024;

    private readonly ConcurrentDictionary<string, (string MediaType, byte[] Content)> pages = new(StringComparer.Ordinal);
    private long bytes;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method)
            || context.GetEndpoint()?.Metadata.GetMetadata<KeptPageAttribute>() is null
            || rooms.Inputs() is not { Length: > 0 } inputs)
        {
            await next(context);
            return;
        }

        var name = NameOf(inputs, Visitor.Of(context), context.Request);
        if (pages.TryGetValue(name, out var kept))
        {
            context.Response.ContentType = kept.MediaType;
            context.Response.ContentLength = kept.Content.Length;
            await context.Response.Body.WriteAsync(kept.Content, context.RequestAborted);
            return;
        }

        await MakeAsync(context, name);
    }

    private async Task MakeAsync(HttpContext context, string name)
    {
        var outside = context.Response.Body;
        using var made = new MemoryStream();
        context.Response.Body = made;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = outside;
        }

        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            Keep(name, context.Response.ContentType ?? "", made.ToArray());
        }

        made.Position = 0;
        await made.CopyToAsync(outside, context.RequestAborted);
    }

    private void Keep(string name, string mediaType, byte[] content)
    {
        if (Interlocked.Add(ref bytes, content.Length) > BytesKept)
        {
            pages.Clear();
            Interlocked.Exchange(ref bytes, content.Length);
        }

        pages[name] = (mediaType, content);
    }

    /// <summary>Whoever sees it, with their scope of today, stands in the name of the page.</summary>
    private static string NameOf(string inputs, Visitor visitor, HttpRequest request) => string.Join(
        '\n', inputs, visitor.Viewer.Person, Assignments.ScopeOf(visitor.Viewer), visitor.IsSample, visitor.Told,
        request.Path.Value, request.QueryString.Value);
}
