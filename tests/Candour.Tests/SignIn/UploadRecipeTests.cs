using System.Net.Sockets;
using System.Text;
using Candour.Access;

namespace Candour.Tests.SignIn;

/// <summary>The recipes of the corpus that are about sending: many slow senders, a form sent twice at once, hostile names.</summary>
[Collection(nameof(SecuredSite))]
public sealed class UploadRecipeTests(SecuredSite site)
{
    private static readonly string Good = File.ReadAllText(Repository.At("tests", "Candour.Tests", "Fixtures", "BadInput", "000-good.csv"));

    [Fact]
    public async Task R05_many_slow_senders_hinder_nobody_and_are_sent_away()
    {
        const int Senders = 200;
        var (sender, _) = await site.NewAsync(Role.ForceAnalyst, "case-extract", "case-extract-areas", "A01");
        var cookies = string.Join("; ", sender.Cookies.Select(pair => $"{pair.Key}={pair.Value}"));
        var head = Encoding.ASCII.GetBytes(
            $"POST /submit HTTP/1.1\r\nHost: {site.Address.Authority}\r\nCookie: {cookies}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {Good.Length + 200}\r\n\r\n--b\r\n");
        var slow = new List<TcpClient>();
        try
        {
            for (var i = 0; i < Senders; i++)
            {
                var client = new TcpClient(site.Address.Host, site.Address.Port);
                await client.GetStream().WriteAsync(head);
                slow.Add(client);
            }

            var watch = System.Diagnostics.Stopwatch.StartNew();
            Assert.Contains("Submit", (await sender.GetAsync("/submit")).Text, StringComparison.Ordinal);
            var served = watch.Elapsed;
            var open = Senders;
            while (open > 0 && watch.Elapsed < TimeSpan.FromSeconds(40))
            {
                await Task.Delay(1_000);
                open = slow.Count(TakesAByte);
            }

            Assert.True(served < TimeSpan.FromSeconds(4), $"Another waited {served}.");
            Assert.Equal(0, open);
        }
        finally
        {
            slow.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task R06_a_form_sent_twice_at_the_same_moment_is_one_submission()
    {
        const int Pairs = 8;
        var (sender, person) = await site.NewAsync(Role.ForceAnalyst, "case-extract", "case-extract-areas", "A01");
        var other = new Browsing(site.Address);
        foreach (var (name, value) in sender.Cookies)
        {
            other.Cookies[name] = value;
        }

        var before = site.Store.Known().Count;
        for (var pair = 0; pair < Pairs; pair++)
        {
            var content = Encoding.UTF8.GetBytes(Good.Replace("2024-", $"{1990 + pair}-", StringComparison.Ordinal).Replace("02-29", "02-28", StringComparison.Ordinal));
            var sent = await sender.SendFileAsync("/submit", $"pair-{pair}.csv", content, "case-extract");
            for (var tries = 0; tries < 50 && (await sender.GetAsync(sent.Location)).Text.Contains("It is being read", StringComparison.Ordinal); tries++)
            {
                await Task.Delay(20);
            }

            Assert.Contains("handler=Submit", (await sender.GetAsync(sent.Location)).Text, StringComparison.Ordinal);
            var answers = await Task.WhenAll(
                sender.PostAsync($"{sent.Location}?handler=Submit", new Dictionary<string, string>(), sent.Location),
                other.PostAsync($"{sent.Location}?handler=Submit", new Dictionary<string, string>(), sent.Location));
            Assert.Contains(answers, answer => answer.Location.StartsWith("/receipts/", StringComparison.Ordinal));
        }

        Assert.Equal(before + Pairs, site.Store.Known().Count);
        Assert.Equal(Pairs, site.Store.Trail(long.MaxValue, person, "submit", 100).Count);
    }

    [Theory]
    [InlineData("../../x.csv")]
    [InlineData("CON.csv")]
    [InlineData("<img src=x onerror=alert(1)>.csv")]
    [InlineData("nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.csv")]
    public async Task R12_a_hostile_name_is_shown_as_text_and_is_no_path(string name)
    {
        var (sender, _) = await site.NewAsync(Role.ForceAnalyst, "case-extract", "case-extract-areas", "A01");

        var sent = await sender.SendFileAsync("/submit", name, Encoding.UTF8.GetBytes(Good), "case-extract");
        var page = sent.Location.Length > 0 ? await sender.GetAsync(sent.Location) : sent;

        Assert.DoesNotContain("<img src=x", page.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(site.At(), "*.csv").Select(Path.GetFileName));
        Assert.True(sent.Location.Length > 0 || page.Text.Contains("Error", StringComparison.Ordinal), page.Text);
        if (sent.Location.Length > 0)
        {
            await sender.PostAsync($"{sent.Location}?handler=Cancel", new Dictionary<string, string>(), sent.Location);
        }
    }

    /// <summary>One byte more; false when the server has closed the line.</summary>
    private static bool TakesAByte(TcpClient client)
    {
        try
        {
            client.GetStream().WriteByte((byte)'x');
            return !(client.Client.Poll(0, SelectMode.SelectRead) && HasEnded(client));
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Reads what was answered; the line has ended when nothing more can come.</summary>
    private static bool HasEnded(TcpClient client)
    {
        var answer = new byte[16 * 1024];
        while (client.Available > 0)
        {
            if (client.GetStream().Read(answer) == 0)
            {
                return true;
            }
        }

        return client.Client.Poll(0, SelectMode.SelectRead) && client.Available == 0;
    }
}
