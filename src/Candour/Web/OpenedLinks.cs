using Microsoft.AspNetCore.Http.Extensions;

namespace Candour.Web;

/// <summary>
/// Opens the opaque word of a link before anybody reads the question, and gives the question of a form its own link, so that
/// what stands in the address bar can be kept and passed on.
/// </summary>
public sealed class OpenedLinks(RequestDelegate next, LinkState links)
{
    /// <summary>Carried by a form whose question is to get a link.</summary>
    public const string Asks = "ask";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Query[LinkState.Parameter] is [{ Length: > 0 } word])
        {
            if (!links.TryOpen(word, out var asked))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            request.QueryString = new QueryString(asked);
        }
        else if (HttpMethods.IsGet(request.Method) && request.Query.ContainsKey(Asks))
        {
            var question = new QueryBuilder(request.Query
                .Where(pair => pair.Key != Asks)
                .SelectMany(pair => pair.Value.Where(value => !string.IsNullOrEmpty(value)).Select(value => KeyValuePair.Create(pair.Key, value!))));
            var sealedWord = links.Seal(question);
            context.Response.Redirect(Way.Inside(request.Path + (sealedWord.Length > 0 ? $"?{LinkState.Parameter}={sealedWord}" : "")));
            return;
        }

        await next(context);
    }
}
