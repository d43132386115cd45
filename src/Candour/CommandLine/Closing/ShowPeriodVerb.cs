using System.CommandLine;
using System.Globalization;
using Candour.Freezing;
using Candour.Store.Closings;

namespace Candour.CommandLine.Closing;

/// <summary><c>candour close show</c>: one period, its areas, its adjustments with their effect, and what it is frozen with.</summary>
internal static class ShowPeriodVerb
{
    public static Command Create()
    {
        var (dataset, period) = CloseVerb.Names();
        var (workspace, definitions) = (Options.Workspace(), Options.Definitions());
        var verb = new Command("show", "Show one period: where each area stands, adjustments and their effect, what it is frozen with.")
        {
            dataset, period, workspace, definitions,
        };
        verb.SetAction(parsed => CloseVerb
            .Open(parsed.GetValue(workspace)!, parsed.GetValue(definitions)!, parsed.GetValue(dataset)!, parsed.GetValue(period)!)
            .Match(
                at =>
                {
                    Say(Terminal.Console, at.Open, at.Close.Now(at.Dataset, at.Period));
                    return Exit.Done;
                },
                Terminal.Console.Refuse));
        return verb;
    }

    private static void Say(Terminal terminal, OpenWorkspace open, PeriodNow now)
    {
        terminal.Say($"{now.Closing.Period.InWords()} of '{now.Closing.Dataset}': {ClosingMachine.Word(now.Closing.State)}; data by {now.Due.Data:yyyy-MM-dd}, agreed by {now.Due.Agree:yyyy-MM-dd}, freeze date {now.Due.Freeze:yyyy-MM-dd}");
        foreach (var area in now.Areas)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"  {area.Rows.Area.Title}: {AreaStandings.InWords(area.Standing)} ({area.Rows.Rows} rows)"));
        }

        foreach (var frozen in now.Freezes)
        {
            terminal.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{(frozen.Ordinal == 1 ? "Frozen" : $"Restated ({frozen.Ordinal - 1})")} on {frozen.At:yyyy-MM-dd} with snapshot {frozen.Snapshot}: {frozen.Reason}"));
        }

        foreach (var adjustment in now.Adjustments)
        {
            terminal.Say($"Adjustment {adjustment.Id} ({adjustment.State.ToString().ToLowerInvariant()}): {ClosingTrail.About(adjustment)}; {adjustment.Reason}");
            foreach (var effect in open.Workspace.Store.EffectsOf(adjustment.Id))
            {
                terminal.Say($"  {effect.Area} {effect.Measure}: {effect.Before} -> {effect.After}");
            }
        }
    }
}
