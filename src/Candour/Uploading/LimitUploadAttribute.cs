using Candour.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Candour.Uploading;

/// <summary>
/// Lets a page take a file: as large as a browser may send, and held in memory, where the framework would otherwise write
/// everything above 64 KB to a temporary file. A larger one is refused before it is read.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitUploadAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    private const int RoomForTheForm = 64 * 1024;

    /// <summary>Before the form's token is looked for, which reads the form.</summary>
    public int Order => 800;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.HttpContext.Request;
        if (request.ContentLength > MemoryFiles.MostBytes + RoomForTheForm)
        {
            context.Result = RefusalResult.Of(new UploadIsTooLarge());
            return;
        }

        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MemoryFiles.MostBytes + RoomForTheForm;
        }

        context.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions
        {
            MemoryBufferThreshold = MemoryFiles.MostBytes + RoomForTheForm,
            MultipartBodyLengthLimit = MemoryFiles.MostBytes + RoomForTheForm,
        }));
    }
}
