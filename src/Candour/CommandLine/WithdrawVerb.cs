using System.CommandLine;
using Candour.Access;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Store;

namespace Candour.CommandLine;

/// <summary><c>candour withdraw</c>: takes a submission back; what it had replaced comes into force again.</summary>
internal static class WithdrawVerb
{
    public static Command Create()
    {
        var id = new Argument<string>("SUBMISSION") { Description = "Its id, or the first 8 signs or more of it." };
        var reason = Options.Text("--reason", "Why, for the audit trail; never a name.", "TEXT");
        var workspace = Options.Workspace();
        var verb = new Command("withdraw", "Take a submission back; what it had replaced comes into force again.") { id, reason, workspace };
        verb.SetAction(parsed => Run(
            Terminal.Console, parsed.GetValue(workspace)!, parsed.GetValue(id)!, parsed.GetValue(reason)!));
        return verb;
    }

    private static int Run(Terminal terminal, string folder, string id, string reason) => Purpose.ReasonOf(reason)
        .Then(why => Workspace.Open(folder).Then(workspace => Receipt.Find(workspace.Store, id).Then(record => workspace.Store
            .Withdraw(record.Id, new AuditEntry(Here.Now, Here.Who, "withdraw", record.Id.Hex, record.Agency, why))
            .Then<(SubmissionRecord Record, IReadOnlyList<ContentHash> Back)>(back => (record, back)))))
        .Match(
            done =>
            {
                terminal.Say($"The submission {done.Record.Id.Abbreviated} ({done.Record.FileName}) is withdrawn.");
                terminal.Say(done.Back.Count == 0
                    ? "Nothing came back in its place."
                    : $"In force again: {string.Join(", ", done.Back.Select(back => back.Abbreviated))}.");
                terminal.Say("Make the figures anew: run 'candour snapshot' and 'candour compute'.");
                return Exit.Done;
            },
            terminal.Refuse);
}
