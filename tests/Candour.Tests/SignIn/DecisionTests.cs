using System.Net;
using Candour.Access;
using Candour.Store;

namespace Candour.Tests.SignIn;

/// <summary>Deciding on a submission by its page: another person, once, of the right areas, with a reason.</summary>
[Collection(nameof(SecuredSite))]
public sealed class DecisionTests(SecuredSite site)
{
    [Fact]
    public async Task A_second_person_decides_once_with_a_reason_and_the_trail_says_so()
    {
        var submission = Waiting();
        var steward = await site.AsAsync(Role.DataSteward);
        Assert.Contains(submission.Id.Abbreviated, (await steward.GetAsync("/decisions")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await steward.PostAsync("/decisions", Form(submission, "no"))).Status);
        var decided = await steward.PostAsync("/decisions", Form(submission, "Compared with the sender's own totals"));
        Assert.Equal(HttpStatusCode.OK, decided.Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await steward.PostAsync("/decisions", Form(submission, "Compared with the sender's own totals"), "/sign-in")).Status);

        var entry = site.Store.Trail(long.MaxValue, SecuredSite.IdOf(Role.DataSteward), "approve", 1).Single().Entry;
        Assert.Equal((submission.Id.Hex, "Compared with the sender's own totals"), (entry.Subject, entry.Reason));
    }

    [Fact]
    public async Task Whoever_answers_for_a_part_does_not_decide_on_the_whole()
    {
        var submission = site.Store.Known().Select(known => known.Record).First(record => record.Dataset == "suspects");
        var lead = await site.AsAsync(Role.AreaLead);

        Assert.DoesNotContain(submission.Id.Abbreviated, (await lead.GetAsync("/decisions")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await lead.PostAsync("/decisions", Form(submission, "A reason that is long enough"), "/sign-in")).Status);
        Assert.Equal(ApprovalState.Received, State(submission));
    }

    private SubmissionRecord Waiting() => site.Store.Known().Select(known => known.Record).First(record => record.Dataset == "crimes");

    private ApprovalState State(SubmissionRecord submission) => site.Store.ApprovalOf(submission.Id)
        .Match(approval => approval.State, refusal => throw new InvalidOperationException(refusal.Sentence));

    private static Dictionary<string, string> Form(SubmissionRecord submission, string reason) => new()
    {
        ["submission"] = submission.Id.Hex, ["decision"] = "approve", ["reason"] = reason,
    };
}
