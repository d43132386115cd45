using System.Diagnostics;

namespace Candour.Tests.SignIn;

/// <summary>
/// In a network of its own with nothing but loopback, the server serves and never tries to reach anything else. What has no
/// way out is counted by the kernel, so an attempt is seen even when the program swallows its failure.
/// </summary>
[Collection(nameof(SecuredSite))]
public sealed class NoOutboundTests(SecuredSite site)
{
    [Fact]
    public void The_server_serves_and_reaches_for_nothing()
    {
        _ = site.Web;
        var said = InAnEmptyNetwork(
            $"""
            dotnet '{Path.Combine(AppContext.BaseDirectory, "candour.dll")}' serve --workspace '{site.At("workspace")}' --definitions '{site.At("definitions")}' --port 5999 > /dev/null 2>&1 &
            server=$!
            for try in $(seq 100); do curl -s -o /dev/null http://127.0.0.1:5999/sign-in && break; sleep 0.2; done
            for path in / /sign-in /definitions /how-to-read /measures; do curl -s -o /dev/null -w '%{"{http_code}"} ' http://127.0.0.1:5999$path; done
            kill $server
            """);

        Assert.StartsWith("302 200 200 200 302", said, StringComparison.Ordinal);
        Assert.EndsWith("without a way out: 0", said.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_attempt_is_noticed() => Assert.DoesNotContain(
        "without a way out: 0", InAnEmptyNetwork("curl -s -m 1 http://192.0.2.1/ || true"), StringComparison.Ordinal);

    private static string InAnEmptyNetwork(string script)
    {
        string[] alone = Environment.UserName == "root" ? ["-n"] : ["-r", "-n"];
        var counted = $$"""
            ip link set lo up
            {{script}}
            awk '/^Ip:/ && !seen { split($0, names); seen = 1; next } /^Ip:/ { for (i in names) if (names[i] == "OutNoRoutes") print "without a way out: " $i }' /proc/net/snmp
            """;
        using var process = Process.Start(new ProcessStartInfo("unshare", [.. alone, "bash", "-c", counted]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said;
    }
}
