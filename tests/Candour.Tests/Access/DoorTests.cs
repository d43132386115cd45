using Candour.Access;

namespace Candour.Tests.Access;

/// <summary>What opens for whom.</summary>
public sealed class DoorTests
{
    private static readonly Door Grave = new(false, Right.DecideSubmission, Confirmed: true);

    [Fact]
    public void A_public_door_is_open_to_everybody() =>
        Assert.Equal(Opening.Open, Door.Public.For(Viewer.Nobody, confirmed: false, glassBroken: false));

    [Fact]
    public void Nobody_is_asked_to_sign_in_first() =>
        Assert.Equal(Opening.SignInFirst, Grave.For(Viewer.Nobody, confirmed: true, glassBroken: false));

    [Fact]
    public void Without_the_right_there_is_nothing_here_confirmed_or_not()
    {
        Assert.Equal(Opening.NothingHere, Grave.For(As(Role.Inspector), confirmed: false, glassBroken: false));
        Assert.Equal(Opening.NothingHere, Grave.For(As(Role.Inspector), confirmed: true, glassBroken: false));
    }

    [Fact]
    public void A_grave_act_is_confirmed_first()
    {
        Assert.Equal(Opening.ConfirmFirst, Grave.For(As(Role.DataSteward), confirmed: false, glassBroken: false));
        Assert.Equal(Opening.Open, Grave.For(As(Role.DataSteward), confirmed: true, glassBroken: false));
    }

    [Fact]
    public void Whoever_has_broken_the_glass_approves_nothing_and_reads_on()
    {
        Assert.Equal(Opening.NothingHere, Grave.For(As(Role.UnitHead), confirmed: true, glassBroken: true));
        Assert.Equal(Opening.Open, new Door(false, Right.ReadFigures, false).For(As(Role.UnitHead), confirmed: false, glassBroken: true));
    }

    [Fact]
    public void An_assignment_that_ended_gives_nothing()
    {
        var ended = new Assignment(Role.DataSteward, "", "", "", new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1));

        Assert.True(Viewer.On(new DateOnly(2025, 12, 31), "p", "P", [ended]).May(Right.DecideSubmission));
        Assert.False(Viewer.On(new DateOnly(2026, 1, 1), "p", "P", [ended]).May(Right.DecideSubmission));
        Assert.False(Viewer.On(new DateOnly(2024, 12, 31), "p", "P", [ended]).May(Right.DecideSubmission));
    }

    [Fact]
    public void Nobody_raises_themselves_and_guards_see_nothing()
    {
        Assert.IsType<RoleForOneself>(Why(AssignmentRules.MayGive("a", "a", Role.Inspector, [])));
        Assert.IsType<GuardsSeeNothing>(Why(AssignmentRules.MayGive("a", "b", Role.Inspector, [Role.Administrator])));
        Assert.IsType<GuardsSeeNothing>(Why(AssignmentRules.MayGive("a", "b", Role.SecurityAuditor, [Role.AreaLead])));
        Assert.IsType<RoleCannotBeGiven>(Why(AssignmentRules.MayGive("a", "b", Role.Anonymous, [])));
        Assert.IsType<Candour.Kernel.Result<Role>.Accepted>(AssignmentRules.MayGive("a", "b", Role.UnitHead, [Role.UnitAnalyst]));
    }

    private static Candour.Kernel.Refusal Why(Candour.Kernel.Result<Role> result) =>
        Assert.IsType<Candour.Kernel.Result<Role>.Refused>(result).Refusal;

    private static Viewer As(Role role) =>
        Viewer.On(new DateOnly(2026, 1, 1), "p", "P", [new Assignment(role, "", "", "", new DateOnly(2020, 1, 1), DateOnly.MaxValue)]);
}
