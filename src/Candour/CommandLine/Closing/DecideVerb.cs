using System.CommandLine;
using Candour.Access;
using Candour.Databank.Snapshots;
using Candour.Freezing;
using Candour.Kernel;

namespace Candour.CommandLine.Closing;

/// <summary>Neither was said, or both.</summary>
internal sealed record AcceptOrDecline() : Refusal("Say --accept or --decline, one of them. Nothing was decided.");

/// <summary><c>candour close decide</c>: a second person's decision on an adjustment.</summary>
internal static class DecideVerb
{
    public static Command Create()
    {
        var id = new Argument<string>("ADJUSTMENT") { Description = "Its id, as 'candour close show' prints it." };
        var accept = new Option<bool>("--accept") { Description = "Carry it out; late rows restate their period." };
        var decline = new Option<bool>("--decline") { Description = "Leave everything as it is." };
        var reason = Options.Text("--reason", "Why, for the record; never a name.", "TEXT");
        var (workspace, definitions) = (Options.Workspace(), Options.Definitions());
        var verb = new Command("decide", "Decide on an adjustment that somebody else asked for, or on late rows that somebody else submitted.")
        {
            id, accept, decline, reason, workspace, definitions,
        };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var terminal = Terminal.Console;
            if (parsed.GetValue(accept) == parsed.GetValue(decline))
            {
                return terminal.Refuse(new AcceptOrDecline());
            }

            if (!Purpose.ReasonOf(parsed.GetValue(reason)!).Try(out var why, out var refusal)
                || !OpenWorkspace.At(parsed.GetValue(workspace)!, parsed.GetValue(definitions)!).Then(open => ReadableSnapshot.Open(open.Workspace, open.Catalogue)
                    .Then<Adjusting>(snapshot => new Adjusting(open.Workspace, snapshot))).Try(out var adjusting, out refusal)
                || !(await adjusting.DecideAsync(parsed.GetValue(id)!, parsed.GetValue(accept), new Doing(Here.Who, Here.Now, why), cancellation))
                    .Try(out var decided, out refusal))
            {
                return terminal.Refuse(refusal);
            }

            terminal.Say($"The adjustment {decided.Id} is {decided.State.ToString().ToLowerInvariant()}.");
            return Exit.Done;
        });
        return verb;
    }
}
