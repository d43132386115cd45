using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Candour.Journeys.Tests;

/// <summary>One person's visit: a page in a fresh profile, and every request that left for another host.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> foreign = new();
    private readonly ConcurrentQueue<string> complaints = new();

    internal Visit(IBrowserContext context, IPage page, Uri site)
    {
        (this.context, Page) = (context, page);
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != site.Authority)
            {
                foreign.Enqueue(request.Url);
            }
        };
        // What the browser refuses under the content security policy, it says on its console.
        context.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                complaints.Enqueue(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Status of the last page opened by address.</summary>
    public int Status { get; private set; }

    public async Task GoAsync(string address) => Status = (await Page.GotoAsync(address))!.Status;

    /// <summary>Tabs from the top of the page to the link of that name and presses Enter: no mouse.</summary>
    public async Task PressOnAsync(string link)
    {
        await Page.Keyboard.PressAsync("Tab");
        for (var presses = 1; await FocusedAsync() != link; presses++)
        {
            Assert.True(presses < 400, $"The keyboard never reached '{link}' on {Page.Url}");
            await Page.Keyboard.PressAsync("Tab");
        }

        await GoOnAsync(() => Page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>Tabs on to a field of a form and chooses by the keyboard, as its label is typed.</summary>
    public async Task ChooseAsync(string field, string label)
    {
        for (var presses = 0; await Page.EvaluateAsync<string>("() => document.activeElement?.id ?? ''") != field; presses++)
        {
            Assert.True(presses < 400, $"The keyboard never reached the field '{field}' on {Page.Url}");
            await Page.Keyboard.PressAsync("Tab");
        }

        await Page.Keyboard.TypeAsync(label);
    }

    /// <summary>Tabs on to a button of that name and presses it.</summary>
    public async Task PushAsync(string button)
    {
        for (var presses = 0; await Page.EvaluateAsync<string>("() => document.activeElement?.tagName === 'BUTTON' ? document.activeElement.textContent.trim() : ''") != button; presses++)
        {
            Assert.True(presses < 400, $"The keyboard never reached the button '{button}' on {Page.Url}");
            await Page.Keyboard.PressAsync("Tab");
        }

        await GoOnAsync(() => Page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>Tabs on to the first thing that can be unfolded in the page's own part, and unfolds it.</summary>
    public async Task UnfoldAsync()
    {
        for (var presses = 0; !await Page.EvaluateAsync<bool>("() => document.activeElement?.matches('main summary') ?? false"); presses++)
        {
            Assert.True(presses < 400, $"The keyboard never reached anything to unfold on {Page.Url}");
            await Page.Keyboard.PressAsync("Tab");
        }

        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Does what leads to another page, or to the same one anew, and waits for that page.</summary>
    private async Task GoOnAsync(Func<Task> act)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IFrame frame) => arrived.TrySetResult();
        Page.FrameNavigated += Arrive;
        try
        {
            await act();
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            Page.FrameNavigated -= Arrive;
        }

        // Asked again and again: a wait for an event that comes while it is begun waits for ever.
        for (var looks = 0; await Page.EvaluateAsync<string>("() => document.readyState") != "complete"; looks++)
        {
            Assert.True(looks < 1_500, $"{Page.Url} was never whole");
            await Task.Delay(20);
        }
    }

    private Task<string> FocusedAsync() => Page.EvaluateAsync<string>(
        "() => document.activeElement instanceof HTMLAnchorElement ? document.activeElement.textContent.trim() : ''");

    /// <summary>No violation of any rule of axe.</summary>
    public async Task AssertAccessibleAsync()
    {
        // What passed is not asked for: to name every node of it takes most of the time.
        var result = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.True(
            result.Violations.Length == 0,
            string.Join('\n', result.Violations.Select(violation =>
                $"{violation.Id}: {violation.Help} {string.Join(' ', violation.Nodes.Select(node => node.Html))}")));
    }

    /// <summary>
    /// The same page under other colours or at another width, after every rule was asked once: the rules that these can break.
    /// </summary>
    public async Task AssertStillAccessibleAsync() => Assert.Empty(await Page.EvaluateAsync<string[]>(
        """
        async () => (await axe.run({
          runOnly: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'], resultTypes: ['violations'],
        })).violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`))
        """));

    /// <summary>Every data label of every drawing stands in the table beside it, too.</summary>
    public async Task AssertNumbersStandInTablesAsync() => Assert.Empty(await Page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('.candour-chart')].flatMap(chart => {
          const cells = [...chart.querySelectorAll('td, th')].map(cell => cell.textContent.trim());
          const names = [...chart.querySelectorAll('th')].map(cell => ` ${cell.textContent.trim()} `);
          return [...chart.querySelectorAll('svg text:not(.candour-chart__text--tick)')]
            .map(text => text.textContent.replace(/^.*: (?=[\d−+\[])/, ''))
            .filter(text => /[\d\[]/.test(text))
            // A line of a name that was broken in two.
            .filter(text => !(/[a-z]{3}/i.test(text) && names.some(name => name.includes(` ${text} `))))
            .filter(text => !text.split(' (').every(part => cells.includes(part.replace(/\)$/, ''))));
        })
        """));

    /// <summary>The page never scrolls sideways; wide tables do so inside their own region.</summary>
    public async Task AssertNoSidewaysScrollAsync() => Assert.Equal(
        0,
        await Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));

    /// <summary>Nothing was asked of another host, and nothing on the page broke the content security policy.</summary>
    public void AssertStayedAtHome()
    {
        Assert.Empty(foreign);
        Assert.Empty(complaints);
    }

    /// <summary>Keeps a picture when the variable CANDOUR_PICTURES names a folder; people look at them.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("CANDOUR_PICTURES") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(folder, name + ".png"),
                FullPage = true,
            });
        }
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
