using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>The list of exercises.</summary>
[Door]
public sealed class LearnModel : PageModel;
