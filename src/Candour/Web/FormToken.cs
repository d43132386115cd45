using Microsoft.AspNetCore.Antiforgery;

namespace Candour.Web;

/// <summary>The token that shows that a form was ours; every form that changes anything carries one.</summary>
public static class FormToken
{
    public const string Field = "form-token";

    public static string Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken!;
    }
}
