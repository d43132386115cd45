using System.CommandLine;
using Candour.Access;
using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Freezing;
using Candour.Kernel;
using Candour.Store.Closings;

namespace Candour.CommandLine.Closing;

/// <summary><c>candour close</c>: the reporting calendar, the steps of a period, and everything that happened to it.</summary>
internal static class CloseVerb
{
    public static Command Create() => new("close", "Close a reporting period: show it, put it before the areas, freeze it, publish it, export its trail.")
    {
        ListPeriodsVerb.Create(),
        ShowPeriodVerb.Create(),
        PeriodTrailVerb.Create(),
        Step("validate", "Ask the areas to look at their data.", ClosingMove.Validate),
        Step("agree", "Record that all have agreed; after their day, areas without an answer lapse.", ClosingMove.Agree),
        Step("reopen", "Go back to the areas, before the freeze.", ClosingMove.Reopen),
        Step("freeze", "Pin the current snapshot: the figures of the period are read from it from now on.", ClosingMove.Freeze),
        DecideVerb.Create(),
        Step("publish", "Record that the frozen figures were given out.", ClosingMove.Publish),
    };

    /// <summary>The two words that name a period.</summary>
    internal static (Argument<string> Dataset, Argument<string> Period) Names() => (
        new Argument<string>("DATASET") { Description = "The dataset's id." },
        new Argument<string>("PERIOD") { Description = "A period of its calendar, such as 2025/26-Q1." });

    /// <summary>Opens what a period is read from.</summary>
    internal static Result<(OpenWorkspace Open, PeriodClose Close, Dataset Dataset, Period Period)> Open(
        string workspace, string definitions, string dataset, string period) =>
        OpenWorkspace.At(workspace, definitions).Then(open => ReadableSnapshot.Open(open.Workspace, open.Catalogue)
            .Then(snapshot => PeriodClose.Find(open.Catalogue, dataset, period)
                .Then<(OpenWorkspace, PeriodClose, Dataset, Period)>(found => (open, new PeriodClose(open.Workspace, snapshot), found.Dataset, found.Period))));

    private static Command Step(string name, string description, ClosingMove move)
    {
        var (dataset, period) = Names();
        var reason = Options.Text("--reason", "Why, for the audit trail; never a name.", "TEXT");
        var (workspace, definitions) = (Options.Workspace(), Options.Definitions());
        var verb = new Command(name, description) { dataset, period, reason, workspace, definitions };
        verb.SetAction(parsed => Purpose.ReasonOf(parsed.GetValue(reason)!)
            .Then(why => Open(parsed.GetValue(workspace)!, parsed.GetValue(definitions)!, parsed.GetValue(dataset)!, parsed.GetValue(period)!)
                .Then(at => at.Close.Take(move, at.Dataset, at.Period, new Doing(Here.Who, Here.Now, why))))
            .Match(
                closing =>
                {
                    Terminal.Console.Say($"{closing.Period.InWords()} of '{closing.Dataset}' is {ClosingMachine.Word(closing.State)}.");
                    return Exit.Done;
                },
                Terminal.Console.Refuse));
        return verb;
    }
}
