using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Candour.Kernel;
using Candour.Web;

namespace Candour.CommandLine;

/// <summary>Somebody else uses the port.</summary>
internal sealed record PortIsTaken(int Port) : Refusal(
    $"Port {Port} on this machine is in use: stop what uses it, or name another with --port.");

/// <summary>Not a port.</summary>
internal sealed record PortIsOutOfRange(int Port) : Refusal($"{Port} is not a port: name one from 1 to 65535.");

/// <summary><c>candour serve</c>: the pages of a workspace, on this machine only.</summary>
internal static class ServeVerb
{
    public static Command Create()
    {
        var port = Options.Port();
        var workspace = Options.Workspace();
        var definitions = Options.Definitions();
        var verb = new Command("serve", "Serve the pages of a workspace on this machine.") { port, workspace, definitions };
        verb.SetAction((parsed, cancellation) => RunAsync(
            Terminal.Console, parsed.GetValue(workspace)!, parsed.GetValue(definitions)!, parsed.GetValue(port), cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string workspace, string definitions, int port, CancellationToken cancellation) =>
        OpenWorkspace.At(workspace, definitions).Try(out var open, out var refusal)
            ? await ServeAsync(terminal, open, port, cancellation)
            : terminal.Refuse(refusal);

    /// <summary>Serves until somebody stops it.</summary>
    public static async Task<int> ServeAsync(Terminal terminal, OpenWorkspace open, int port, CancellationToken cancellation)
    {
        if (port is < 1 or > 65535)
        {
            return terminal.Refuse(new PortIsOutOfRange(port));
        }

        if (!IsFree(port))
        {
            return terminal.Refuse(new PortIsTaken(port));
        }

        var room = new CurrentRoom(open.Workspace, open.Catalogue);
        await using var web = CandourWeb.Create(port, room.Frame, services => services.AddSingleton(room));
        await web.StartAsync(cancellation);
        terminal.Say($"Candour is at http://127.0.0.1:{port} (Ctrl-C stops it).");
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
