using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;

namespace Candour.CommandLine;

/// <summary>Somebody else uses the port.</summary>
internal sealed record PortIsTaken(int Port) : Refusal(
    $"Port {Port} on this machine is in use: stop what uses it, or name another with --port.");

/// <summary>Not a port.</summary>
internal sealed record PortIsOutOfRange(int Port) : Refusal($"{Port} is not a port: name one from 1 to 65535.");

/// <summary>A demonstration asks nobody who they are.</summary>
internal sealed record DemonstrationStaysHere() : Refusal(
    "A demonstration signs everybody in as a sample person, so it is served on this machine only and trusts no provider: leave out 'listen' and 'provider', or serve a workspace of your own.");

/// <summary><c>candour serve</c>: the pages of a workspace.</summary>
internal static class ServeVerb
{
    public static Command Create()
    {
        var port = Options.Port();
        var workspace = Options.Workspace();
        var definitions = Options.Definitions();
        var settings = Options.Text("--settings", "The file that says where to listen and whom to trust; see docs/operate/sign-in.md.", "FILE");
        var verb = new Command("serve", "Serve the pages of a workspace to people who sign in.")
        {
            port, workspace, definitions, settings,
        };
        verb.SetAction((parsed, cancellation) => RunAsync(
            Terminal.Console, parsed.GetValue(workspace)!, parsed.GetValue(definitions)!, parsed.GetValue(settings)!,
            parsed.GetValue(port), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string workspace, string definitions, string settings, int port, CancellationToken cancellation) =>
        ServerSettings.Read(settings).Then(read => OpenWorkspace.At(workspace, definitions).Then<(ServerSettings Read, OpenWorkspace Open)>(
            open => (read, open))).Try(out var ready, out var refusal)
            ? await ServeAsync(terminal, ready.Open, ready.Read, port, cancellation)
            : terminal.Refuse(refusal);

    /// <summary>Serves until somebody stops it.</summary>
    public static async Task<int> ServeAsync(
        Terminal terminal, OpenWorkspace open, ServerSettings settings, int port, CancellationToken cancellation)
    {
        if (open.Workspace.Kind == WorkspaceKind.Demo && (settings.Listen.Length > 0 || settings.Provider is not null))
        {
            return terminal.Refuse(new DemonstrationStaysHere());
        }

        if (port is < 1 or > 65535)
        {
            return terminal.Refuse(new PortIsOutOfRange(port));
        }

        if (!IsFree(port))
        {
            return terminal.Refuse(new PortIsTaken(port));
        }

        await using var web = CandourWeb.Create(new Site(open.Workspace, open.Catalogue, settings, port, ReadsAhead: true));
        await web.StartAsync(cancellation);
        terminal.Say($"Candour is at {web.Urls.First()} (Ctrl-C stops it).");
        var first = web.Services.GetRequiredService<FirstAdministrator>();
        if (open.Workspace.Kind != WorkspaceKind.Demo && settings.Provider is null && first.IsNeeded)
        {
            terminal.Say($"Nobody can sign in yet. Open {web.Urls.First()}/first-administrator and type this once: {first.ForTheConsole}");
        }

        await web.WaitForShutdownAsync(cancellation);
        return Exit.Done;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
