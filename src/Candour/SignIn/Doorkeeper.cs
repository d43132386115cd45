using Candour.Access;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Http.Extensions;

namespace Candour.SignIn;

/// <summary>
/// Stands before every endpoint: who comes, whether the door opens, and that what is read is in the trail before it is
/// shown. Everything else in the program may rely on having passed here.
/// </summary>
internal sealed class Doorkeeper(RequestDelegate next, Recognition recognition, AuditTrail trail, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            await next(context);
            return;
        }

        var door = endpoint.Metadata.GetMetadata<DoorAttribute>()?.Door
            ?? throw new InvalidOperationException($"{endpoint.DisplayName} has no door.");
        var visitor = await recognition.OfAsync(context);
        context.Features.Set(visitor);
        if (!door.IsPublic)
        {
            // A page for one person is kept by nobody.
            context.Response.Headers.CacheControl = "no-store";
        }

        switch (door.For(visitor.Viewer, visitor.IsConfirmed, visitor.HasBrokenGlass))
        {
            case Opening.Open:
                if (!door.IsPublic && IsRead(context.Request))
                {
                    await trail.WriteAsync(Told(context.Request, visitor));
                }

                await next(context);
                break;
            case Opening.SignInFirst when Api.ReadApi.Holds(context.Request.Path):
                await Api.ReadApi.Refuse("Sign in first: this interface answers whoever has a session, as the pages do.", StatusCodes.Status401Unauthorized)
                    .ExecuteAsync(context);
                break;
            case Opening.SignInFirst:
                context.Response.Redirect(Back("/sign-in", context.Request));
                break;
            case Opening.ConfirmFirst:
                context.Response.Redirect(Back("/confirm", context.Request));
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>After the sign-in the person is where they were going; what a form sent is typed again.</summary>
    private static string Back(string page, HttpRequest request) =>
        page + new QueryBuilder { { "then", (request.PathBase + request.Path).Value + request.QueryString.Value } };

    private AuditEntry Told(HttpRequest request, Visitor visitor) => new(
        clock.GetUtcNow(), visitor.Viewer.Person, "read", ReadSubject.Of(request.Path, request.Query),
        Assignments.ScopeOf(visitor.Viewer), "");
}
