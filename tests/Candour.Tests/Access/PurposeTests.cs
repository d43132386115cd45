using Candour.Access;
using Candour.Kernel;

namespace Candour.Tests.Access;

/// <summary>When case rows may be opened, and how long a sign-in lasts.</summary>
public sealed class PurposeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly Purpose Given = new(
        "id", PurposeKind.AuditSample, "holder", "giver", "crimes", "synthetic-nation", "f01", "", "Records against files", Noon,
        Noon.AddDays(7), 30, 20);

    [Fact]
    public void Only_its_holder_within_its_time_and_its_rows()
    {
        Assert.IsType<Result<Purpose>.Accepted>(Given.MayShow("holder", 10, Noon));
        Assert.IsType<PurposeIsUsedUp>(Why(Given.MayShow("holder", 11, Noon)));
        Assert.IsType<NoPurpose>(Why(Given.MayShow("giver", 1, Noon)));
        Assert.IsType<PurposeIsOver>(Why(Given.MayShow("holder", 1, Noon.AddDays(7))));
        Assert.IsType<PurposeIsOver>(Why(Given.MayShow("holder", 1, Noon.AddTicks(-1))));
    }

    [Theory]
    [InlineData("too short", false)]
    [InlineData("            ", false)]
    [InlineData("long enough to read", true)]
    public void A_reason_is_a_sentence(string typed, bool isOne) =>
        Assert.Equal(isOne, Purpose.ReasonOf(typed) is Result<string>.Accepted);

    [Fact]
    public void A_reason_of_a_novel_is_none() => Assert.IsType<Result<string>.Refused>(Purpose.ReasonOf(new string('x', 501)));

    [Fact]
    public void A_session_lives_while_somebody_is_there_and_no_longer_than_a_working_day()
    {
        var session = new Session(Noon, Noon, Noon);

        Assert.True(SessionRules.IsAlive(session, Noon + SessionRules.Idle - TimeSpan.FromTicks(1)));
        Assert.False(SessionRules.IsAlive(session, Noon + SessionRules.Idle));
        Assert.False(SessionRules.IsAlive(session with { SeenAt = Noon + SessionRules.Longest }, Noon + SessionRules.Longest));
        Assert.False(SessionRules.IsAlive(session, Noon.AddTicks(-1)));
        Assert.True(SessionRules.IsConfirmed(session, Noon + SessionRules.Confirmation - TimeSpan.FromTicks(1)));
        Assert.False(SessionRules.IsConfirmed(session, Noon + SessionRules.Confirmation));
    }

    [Fact]
    public void The_fifth_failure_locks_for_a_quarter_of_an_hour()
    {
        var lockout = Lockout.None;
        for (var i = 0; i < Lockout.Allowed - 1; i++)
        {
            lockout = lockout.Failed(Noon);
            Assert.False(lockout.IsLocked(Noon));
        }

        lockout = lockout.Failed(Noon);
        Assert.True(lockout.IsLocked(Noon));
        Assert.False(lockout.IsLocked(Noon + Lockout.Lasts));
    }

    private static Refusal Why(Result<Purpose> result) => Assert.IsType<Result<Purpose>.Refused>(result).Refusal;
}
