namespace Candour.Statistics;

/// <summary>
/// The version of everything this room calculates. It is part of every permanent reference, so a figure that was
/// quoted once can be recalculated by the method it was made with.
/// Any change that alters a result, however slightly, must raise it; a change of speed or wording must not.
/// </summary>
public static class MethodVersion
{
    public const int Current = 1;
}
