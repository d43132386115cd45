using System.Net;
using Candour.Access;

namespace Candour.Tests.SignIn;

/// <summary>What a person did and read, as the browser knows it, equals what the trail says of them: all of it, once.</summary>
[Collection(nameof(SecuredSite))]
public sealed class AuditCompletenessTests(SecuredSite site)
{
    [Fact]
    public async Task The_trail_tells_every_reading_and_every_act_and_nothing_else()
    {
        var who = SecuredSite.IdOf(Role.HeadquartersPublisher);
        var began = site.Store.Trail(long.MaxValue, "", "", 1)[0].Sequence;
        var expected = new List<(string Act, string Subject)>();
        var browsing = await site.AsAsync(Role.HeadquartersPublisher);
        expected.Add(("sign in", who));
        foreach (var path in new[]
        {
            "/", "/measures", "/measures?q=a+name+that+was+typed", "/measures/rape-crimes-recorded?dataset=crimes&area=f01&period=2024-03",
            "/data", "/areas", "/share?numerator=rape-charged-assigned&denominator=rape-outcomes-assigned", "/measures/no-such-measure",
        })
        {
            await browsing.GetAsync(path);
            expected.Add(("read", Told(path)));
        }

        // What is public, and what does not open, is no reading.
        Assert.Equal(HttpStatusCode.OK, (await browsing.GetAsync("/how-to-read")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browsing.GetAsync("/people")).Status);
        await browsing.PostAsync("/sign-out", new Dictionary<string, string>());
        expected.Add(("read", "/sign-out"));
        expected.Add(("sign out", who));

        var told = site.Store.Trail(long.MaxValue, who, "", 1000).Where(one => one.Sequence > began).Reverse()
            .Select(one => (one.Entry.Act, one.Entry.Subject)).ToList();
        Assert.Equal(expected, told);
    }

    [Fact]
    public async Task Nothing_that_was_typed_freely_is_in_the_trail()
    {
        var browsing = await site.AsAsync(Role.HeadquartersAnalyst);
        await browsing.GetAsync("/measures?q=jane+example");

        Assert.DoesNotContain(site.Store.Trail(long.MaxValue, "", "", 50), one => one.Entry.Subject.Contains("jane", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Readings_that_come_together_are_all_told()
    {
        var who = SecuredSite.IdOf(Role.DataSteward);
        var browsing = await site.AsAsync(Role.DataSteward);
        await browsing.GetAsync("/data");
        var before = site.Store.Trail(long.MaxValue, who, "read", 10_000).Count;

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => browsing.GetAsync("/data")));

        Assert.Equal(before + 200, site.Store.Trail(long.MaxValue, who, "read", 10_000).Count);
    }

    private static string Told(string path)
    {
        var parts = path.Split('?');
        var kept = parts.Length == 1 ? [] : parts[1].Split('&').Where(pair => !pair.StartsWith("q=", StringComparison.Ordinal)).ToList();
        var order = new[] { "measure", "numerator", "denominator", "dataset", "area", "period" };
        return kept.Count == 0 ? parts[0] : $"{parts[0]}?{string.Join('&', kept.OrderBy(pair => Array.IndexOf(order, pair.Split('=')[0])))}";
    }
}
