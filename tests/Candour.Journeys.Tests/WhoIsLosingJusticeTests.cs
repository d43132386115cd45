using Microsoft.Playwright;

namespace Candour.Journeys.Tests;

/// <summary>
/// Two journeys of the field, by keyboard only: who is losing justice, and do we know; and a comparison that says when areas cannot be told
/// apart. With a script and without, on a phone and a desk, in the dark and in forced colours.
/// </summary>
public sealed class WhoIsLosingJusticeTests(RealBrowser browser)
{
    public static readonly TheoryData<bool, int, ColorScheme, bool> Ways = new()
    {
        { false, 320, ColorScheme.Light, true }, { true, 1280, ColorScheme.Dark, false },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task From_the_cohort_to_outcomes_groups_and_what_is_missing(bool javaScript, int width, ColorScheme scheme, bool forced)
    {
        await using var visit = await browser.VisitAsync("/attrition", width, scheme, javaScript, forced);
        var page = visit.Page;
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who decides at each step" })).ToBeVisibleAsync();
        await LookAsync(visit, javaScript, "justice-attrition", width);

        // Outcomes: the victim does not support further action.
        await visit.GoAsync("/measures/vawg-outcome-16-share-assigned?dataset=crimes");
        await LookAsync(visit, javaScript, "justice-outcome", width);
        await Assertions.Expect(page.GetByText("If the missing belonged to either").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("more than chance, but missing records could turn it round").First).ToBeVisibleAsync();

        // Who is missing, and where.
        await visit.PressOnAsync("About the data");
        await visit.PressOnAsync("How complete: Victims (one row a victim in a crime)");
        await visit.ChooseAsync("field", "Ethnic");
        await visit.PushAsync("Show the field by area");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("where it is missing") })).ToBeVisibleAsync();
        await LookAsync(visit, javaScript, "justice-missing", width);

        // A share of what is no part of it is refused, and the sentence says why.
        await visit.GoAsync("/share?numerator=suspects-charged-share&denominator=rape-crimes-recorded");
        Assert.Equal(400, visit.Status);
        visit.AssertStayedAtHome();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Areas_are_compared_without_a_rank_and_other_weights_are_tried(bool javaScript, int width, ColorScheme scheme, bool forced)
    {
        await using var visit = await browser.VisitAsync("/measures/rape-charged-share-recorded?dataset=crimes&area=a03", width, scheme, javaScript, forced);
        var page = visit.Page;
        await visit.PressOnAsync("Compare areas");
        await LookAsync(visit, javaScript, "called-compare", width);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Which areas cannot be told apart" })).ToBeVisibleAsync();
        await visit.ChooseAsync("level", "Areas");
        await visit.PushAsync("Compare");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Which areas cannot be told apart" })).ToBeVisibleAsync();
        Assert.Equal(0, await page.GetByText("league", new() { Exact = false }).CountAsync());
        await Assertions.Expect(page.Locator(".candour-chart__sentence", new() { HasText = "chance alone would write another list" })).ToBeVisibleAsync();
        visit.AssertStayedAtHome();
    }

    private static async Task LookAsync(Visit visit, bool javaScript, string name, int width)
    {
        await visit.PictureAsync($"{name}-{width}");
        await visit.AssertNoSidewaysScrollAsync();
        if (javaScript)
        {
            await visit.AssertAccessibleAsync();
        }
    }
}
