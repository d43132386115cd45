using System.CommandLine;
using System.Text;
using Candour.Downloads;
using Candour.Freezing;

namespace Candour.CommandLine.Closing;

/// <summary><c>candour close trail</c>: everything that happened to a period, as CSV.</summary>
internal static class PeriodTrailVerb
{
    public static Command Create()
    {
        var (dataset, period) = CloseVerb.Names();
        var (workspace, definitions) = (Options.Workspace(), Options.Definitions());
        var verb = new Command("trail", "Print everything that happened to a period as CSV: answers, lapses, adjustments and their decisions, freeze, restatements.")
        {
            dataset, period, workspace, definitions,
        };
        verb.SetAction(parsed => CloseVerb
            .Open(parsed.GetValue(workspace)!, parsed.GetValue(definitions)!, parsed.GetValue(dataset)!, parsed.GetValue(period)!)
            .Match(
                at =>
                {
                    var book = TrailBook.Of(at.Dataset, at.Period, ClosingTrail.Of(at.Open.Workspace.Store, at.Dataset, at.Period));
                    Terminal.Console.Say(Encoding.UTF8.GetString(CsvBook.Write(book)).TrimStart('\uFEFF').TrimEnd());
                    return Exit.Done;
                },
                Terminal.Console.Refuse));
        return verb;
    }
}
