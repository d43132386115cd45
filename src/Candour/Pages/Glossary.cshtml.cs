using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>The words that are used, and what they mean.</summary>
[Door]
public sealed class GlossaryModel : PageModel;
