using System.CommandLine;
using System.Globalization;
using Candour.Databank.Snapshots;
using Candour.Freezing;
using Candour.Readings.Asking;
using Candour.Store.Closings;

namespace Candour.CommandLine.Closing;

/// <summary><c>candour close list</c>: the reporting calendar.</summary>
internal static class ListPeriodsVerb
{
    public static Command Create()
    {
        var (workspace, definitions, json) = (Options.Workspace(), Options.Definitions(), Options.Json());
        var verb = new Command("list", "List the reporting periods of every dataset: how far each has come, and its days.") { workspace, definitions, json };
        verb.SetAction(parsed => Run(Terminal.Console, parsed.GetValue(workspace)!, parsed.GetValue(definitions)!, parsed.GetValue(json)));
        return verb;
    }

    private static int Run(Terminal terminal, string workspace, string definitions, bool json) =>
        OpenWorkspace.At(workspace, definitions).Then(open => ReadableSnapshot.Open(open.Workspace, open.Catalogue).Then<(OpenWorkspace Open, ReadableSnapshot Snapshot)>(
            snapshot => (open, snapshot))).Match(
            at =>
            {
                var periods = at.Open.Catalogue.Datasets.Values.Where(dataset => at.Snapshot.Has(dataset.Id)).OrderBy(dataset => dataset.Id, StringComparer.Ordinal)
                    .SelectMany(dataset => ReportingCalendar.Of(at.Open.Workspace.Store, dataset, Resolving.WholeRange(dataset, at.Snapshot))).ToList();
                if (json)
                {
                    terminal.SayJson(periods.Select(one => new
                    {
                        one.Closing.Dataset, Period = one.Closing.Period.ToString(), State = ClosingMachine.Word(one.Closing.State),
                        DataDue = Day(one.Due.Data), AgreeDue = Day(one.Due.Agree), FreezeDate = Day(one.Due.Freeze),
                    }));
                }
                else
                {
                    periods.ForEach(one => terminal.Say(
                        $"{one.Closing.Dataset}  {one.Closing.Period}  {ClosingMachine.Word(one.Closing.State)}  data by {Day(one.Due.Data)}, agreed by {Day(one.Due.Agree)}, freeze date {Day(one.Due.Freeze)}"));
                }

                return Exit.Done;
            },
            terminal.Refuse);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
