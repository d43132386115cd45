using System.Text.Encodings.Web;
using System.Text.Json;
using Candour.Access;
using Candour.Web;

namespace Candour.Api;

/// <summary>Serves the read interface: the same rooms, doors and trail as the pages, as JSON.</summary>
internal static class ReadApi
{
    /// <summary>Below it answers are JSON, refusals included.</summary>
    public const string Root = "/api";

    public const string MediaType = "application/json; charset=utf-8";

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder web)
    {
        web.MapGet(ApiDescription.Path, () => Results.Text(ApiDescription.Text, MediaType)).WithMetadata(new DoorAttribute());
        foreach (var operation in ApiOperations.All)
        {
            web.MapGet(operation.Path, (HttpContext context, CurrentRoom current) => Answer(operation, context, current))
                .WithMetadata(new DoorAttribute(Right.ReadFigures), new KeptPageAttribute());
        }
    }

    /// <summary>A refusal as JSON: its sentence, and the status a page would have.</summary>
    public static IResult Refuse(string sentence, int status) =>
        Results.Text(JsonSerializer.Serialize(new { refusal = sentence }, Written), MediaType, statusCode: status);

    public static bool Holds(PathString path) => path.StartsWithSegments(Root);

    private static IResult Answer(ApiOperation operation, HttpContext context, CurrentRoom current)
    {
        if (!current.Now().Try(out var room, out var notReady))
        {
            return Refuse(notReady.Sentence, StatusCodes.Status409Conflict);
        }

        return operation.Answer(room, context.Request).Match(
            answer => answer is null
                ? Refuse("There is no such thing here, or it is not yours to see: look at the list above it.", StatusCodes.Status404NotFound)
                : Results.Text(JsonSerializer.Serialize(answer, answer.GetType(), Written), MediaType),
            refusal => Refuse(refusal.Sentence, StatusCodes.Status400BadRequest));
    }
}
