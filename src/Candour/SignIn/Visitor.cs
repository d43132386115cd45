using Candour.Access;

namespace Candour.SignIn;

/// <summary>Whoever made this request, and how sure that is.</summary>
/// <param name="Viewer">The person with today's assignments, or nobody.</param>
/// <param name="Session">Hash of their session's secret; empty without one.</param>
/// <param name="IsConfirmed">They proved who they are within the last minutes.</param>
/// <param name="HasBrokenGlass">They have broken the glass, and it is still open.</param>
/// <param name="IsSample">A sample person of a demonstration.</param>
/// <param name="Told">The newest notice they were told of; empty for none.</param>
public sealed record Visitor(Viewer Viewer, string Session, bool IsConfirmed, bool HasBrokenGlass, bool IsSample, string Told)
{
    public static Visitor Nobody { get; } = new(Viewer.Nobody, "", false, false, false, "");

    /// <summary>The visitor of a request; nobody until the doorkeeper has looked.</summary>
    public static Visitor Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<Visitor>() ?? Nobody;
    }
}
