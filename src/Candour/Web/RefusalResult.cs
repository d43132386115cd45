using Candour.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Candour.Web;

/// <summary>Shows a refusal as a page: its one sentence, and a status that is not 200.</summary>
public static class RefusalResult
{
    /// <param name="refusal">The rule that said no.</param>
    /// <param name="status">400 when the request asks for what cannot be; 409 when it conflicts with what is.</param>
    public static IActionResult Of(Refusal refusal, int status = StatusCodes.Status400BadRequest) => new ViewResult
    {
        ViewName = "/Pages/Shared/Refused.cshtml",
        StatusCode = status,
        ViewData = new ViewDataDictionary<Refusal>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
        {
            Model = refusal,
        },
    };
}
