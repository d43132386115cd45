namespace Candour.Definitions.Reading;

/// <summary>Reads which way is better. Anything but context names who says so, what balances it and how it could be gamed.</summary>
internal static class DirectionReader
{
    internal static Dictionary<string, Better> Ways { get; } = new()
    {
        ["higher"] = Better.Higher,
        ["lower"] = Better.Lower,
        ["zero"] = Better.Zero,
        ["one"] = Better.One,
        ["band"] = Better.Band,
    };

    public static Direction Read(Entry root)
    {
        var at = root.At("direction");
        if (!root.Has("direction"))
        {
            root.Problem("The key 'direction' is missing.");
            return Direction.Context;
        }

        if (!at.IsMapping)
        {
            if (at.Scalar("direction") != "context")
            {
                at.Problem(
                    "'direction' is context; or it says better, source (the paragraph), balancing (measures) and gaming (what it invites).");
            }

            return Direction.Context;
        }

        var direction = new Direction(
            at.Choice("better", Ways), at.Text("source"), at.Texts("balancing", required: true), at.Text("gaming"));
        at.NothingElse();
        if (direction.Balancing.Count == 0)
        {
            at.At("balancing").Problem("A direction names at least one balancing measure.");
        }

        return direction;
    }
}
