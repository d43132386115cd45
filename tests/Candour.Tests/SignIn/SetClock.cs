namespace Candour.Tests.SignIn;

/// <summary>A clock that goes on by itself and can be set forward.</summary>
public sealed class SetClock : TimeProvider
{
    private TimeSpan ahead = TimeSpan.Zero;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    public void Forward(TimeSpan by) => ahead += by;
}
