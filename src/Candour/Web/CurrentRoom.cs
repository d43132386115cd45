using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.SignIn;

namespace Candour.Web;

/// <summary>The reading room of whoever makes this request.</summary>
public sealed class CurrentRoom(Rooms rooms, IHttpContextAccessor request)
{
    /// <summary>What stands round every page: how fresh the figures are. Whoever has not signed in is told nothing.</summary>
    public PageFrame Frame() =>
        Visitor.Viewer.IsSignedIn ? Now().Match(PageFrame.Of, _ => PageFrame.Empty) : PageFrame.Empty;

    public Result<ReadingRoom> Now() => rooms.For(Visitor.Viewer);

    private Visitor Visitor => Visitor.Of(request.HttpContext!);
}
