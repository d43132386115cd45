using System.Net;
using System.Text.RegularExpressions;
using Candour.Access;
using Candour.Kernel;
using Candour.Store.Closings;
using Microsoft.Extensions.DependencyInjection;

namespace Candour.Tests.SignIn;

/// <summary>A quarter closed by its pages: areas agree, one asks for an adjustment, another person decides, the steward freezes.</summary>
[Collection(nameof(SecuredSite))]
public sealed partial class ClosingPagesTests(SecuredSite site)
{
    private const string Page = "/closing/suspects/2025_26-Q4";
    private const string Reason = "Compared with our own records";

    private static readonly Period Quarter = Period.FinancialQuarter(2025, 4);

    [Fact]
    public async Task From_the_first_look_to_the_freeze()
    {
        var steward = await site.AsAsync(Role.DataSteward);
        var manager = await site.AsAsync(Role.AreaPerformanceManager);
        Assert.Contains("2025_26-Q4", (await steward.GetAsync("/closing")).Text, StringComparison.Ordinal);
        await OkAsync(steward, "validate");

        var today = WebUtility.HtmlDecode((await manager.GetAsync("/today")).Text);
        Assert.Contains("January to March 2026: Ashmarrow: returned, not agreed; was due by 11 May 2026", today, StringComparison.Ordinal);
        Assert.DoesNotContain("Brindlevale", today, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode((await manager.GetAsync(Page)).Text);
        Assert.Contains("Ashmarrow", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Brindlevale", page, StringComparison.Ordinal);
        Assert.Contains("lapsed on 2026-02-21", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await ActAsync(manager, "agree-data", area: "a02")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await ActAsync(manager, "nil", area: "a01")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await ActAsync(manager, "freeze")).Status);
        await OkAsync(manager, "agree-data", area: "a01");
        await OkAsync(manager, "reconcile", unit: "f01", month: "2026-01");
        Assert.Equal(HttpStatusCode.BadRequest, (await ActAsync(manager, "reconcile", unit: "f01", month: "2026-01")).Status);
        Assert.Contains("reconciled on", (await manager.GetAsync(Page)).Text, StringComparison.Ordinal);

        var id = await AskAsync(manager);
        Assert.Contains("adjustment asked for", WebUtility.HtmlDecode((await manager.GetAsync(Page)).Text), StringComparison.Ordinal);
        Assert.DoesNotContain(id, (await manager.GetAsync("/adjustments")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await DecideAsync(manager, id)).Status);
        var (lead, _) = await site.NewAsync(Role.AreaLead, SecuredSite.Agency, "synthetic-nation", "a02");
        Assert.Equal(HttpStatusCode.BadRequest, (await DecideAsync(lead, id)).Status);
        Assert.Contains(id, (await steward.GetAsync("/adjustments")).Text, StringComparison.Ordinal);
        Assert.Contains("The adjustment is declined.", (await DecideAsync(steward, id)).Text, StringComparison.Ordinal);

        await OkAsync(steward, "agree");
        await OkAsync(steward, "freeze");
        Assert.Equal(ClosingState.Frozen, site.Store.ClosingOf("suspects", Quarter).State);
        Assert.Equal(HttpStatusCode.BadRequest, (await ActAsync(steward, "reopen")).Status);
        Assert.Contains("Frozen,", (await steward.GetAsync(Page)).Text, StringComparison.Ordinal);

        var trail = (await manager.GetAsync(Page + "/trail")).Text;
        Assert.Contains("area: agreed,a01,The AreaPerformanceManager", trail, StringComparison.Ordinal);
        Assert.Contains("adjustment declined,a01,The DataSteward", trail, StringComparison.Ordinal);
        Assert.Contains("adjustment: own decision refused,a01,The AreaPerformanceManager", trail, StringComparison.Ordinal);
        Assert.Contains("What restatements changed", (await manager.GetAsync("/restatements")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(",a02,", trail, StringComparison.Ordinal);

        // What the row says, and which row it is, is for whoever may read rows.
        var asked = Assert.Single(site.Store.AdjustmentsOf("suspects", Quarter));
        Assert.Contains("the field suspect_sex of one row", trail, StringComparison.Ordinal);
        Assert.All(asked.RowKey.Split('/'), part => Assert.DoesNotContain(part[..12], trail, StringComparison.Ordinal));
        Assert.DoesNotContain($"to {asked.Becomes}", trail, StringComparison.Ordinal);
        Assert.Contains("area: lapsed,a02,The DataSteward", (await steward.GetAsync(Page + "/trail")).Text, StringComparison.Ordinal);
        var snapshot = site.Store.CurrentSnapshot()!.Id.Hex;
        Assert.Contains("0 rows added, 0 changed, 0 vanished", (await steward.GetAsync($"/snapshots?dataset=suspects&one={snapshot}&other={snapshot}&period=2025_26-Q4")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.GetAsync($"/snapshots?dataset=suspects&one={snapshot}&other={snapshot}")).Status);
    }

    private async Task<string> AskAsync(Browsing who)
    {
        var dataset = Repository.Catalogue.Datasets["suspects"];
        var snapshot = Candour.Databank.Snapshots.ReadableSnapshot
            .Open(Workspace(), Catalogue()).Match(open => open, refusal => throw new InvalidOperationException(refusal.Sentence));
        var own = Catalogue().Hierarchies["synthetic-nation"].LowestUnder("a01");
        var row = snapshot.RowsOf(dataset).Select(source => source.Row).First(one =>
            own.Contains(one.Values[dataset.IndexOf(dataset.AreaField.Id)])
            && Quarter.Contains(Candour.Intake.Periods.Of(one.Values[dataset.IndexOf(dataset.Bases[0].PeriodField)], dataset)));
        var key = Candour.Freezing.RowDifferences.KeyOf(dataset, row);
        var sex = row.Values[dataset.IndexOf("suspect_sex")] == "female" ? "male" : "female";
        var asked = await who.PostAsync(Page + "/adjust", new Dictionary<string, string>
        {
            ["area"] = "a01", ["row"] = key, ["field"] = "suspect_sex", ["becomes"] = sex, ["evidence"] = "file 7", ["reason"] = Reason,
        });
        Assert.True(asked.Status == HttpStatusCode.OK, asked.Text);
        Assert.DoesNotContain(key, asked.Text, StringComparison.Ordinal);
        return Assert.Single(site.Store.AdjustmentsOf("suspects", Quarter)).Id;
    }

    private Candour.Store.Workspace Workspace() =>
        site.Web.Services.GetRequiredService<Candour.Store.Workspace>();

    private Candour.Definitions.Catalogue Catalogue() =>
        site.Web.Services.GetRequiredService<Candour.Definitions.Catalogue>();

    private static Task<Answered> DecideAsync(Browsing who, string id) => who.PostAsync(
        "/adjustments", new Dictionary<string, string> { ["adjustment"] = id, ["decision"] = "decline", ["reason"] = Reason }, "/sign-in");

    private static async Task OkAsync(Browsing who, string act, string area = "", string unit = "", string month = "")
    {
        var answer = await ActAsync(who, act, area, unit, month);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{act}: {Problem().Match(answer.Text).Value}");
    }

    private static Task<Answered> ActAsync(Browsing who, string act, string area = "", string unit = "", string month = "") => who.PostAsync(
        Page + "/steps",
        new Dictionary<string, string> { ["act"] = act, ["area"] = area, ["unit"] = unit, ["month"] = month, ["reason"] = Reason }, "/sign-in");

    [GeneratedRegex("error-summary__body.*")]
    private static partial Regex Problem();
}
