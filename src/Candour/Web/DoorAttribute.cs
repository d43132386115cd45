using Candour.Access;

namespace Candour.Web;

/// <summary>
/// What a page or endpoint asks of whoever comes. Every endpoint has exactly one; the program does not start with one that
/// has none.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class DoorAttribute : Attribute
{
    /// <summary>Open to everybody.</summary>
    public DoorAttribute() => Door = Door.Public;

    /// <param name="needs">The right that opens it.</param>
    /// <param name="confirmed">The person must have proved who they are within the last minutes.</param>
    public DoorAttribute(Right needs, bool confirmed = false) => Door = new Door(false, needs, confirmed);

    public Door Door { get; }
}
