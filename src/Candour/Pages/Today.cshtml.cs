using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>What is due for whoever looks, what changed in their areas, and which data are broken.</summary>
[Door(Right.SignedIn)]
public sealed class TodayModel(CurrentRoom current, KeptSignals signals, Decisions decisions, PeriodDecisions periods, Evidencing.EvidenceDesk evidence, Requesting.RequestDesk requests, OperationalStore store, TimeProvider clock) : ReadingPage(current)
{
    public Viewer Viewer => Visitor.Of(HttpContext).Viewer;

    /// <summary>What waits for this person, each with the page where it is done.</summary>
    public IReadOnlyList<(string Text, string Address)> Due { get; private set; } = [];

    /// <summary>The person's own areas; the top of every hierarchy for whoever has none of their own.</summary>
    public IReadOnlyList<(AreaHierarchy Hierarchy, Area Area, AreaSignals Signals)> Changed { get; private set; } = [];

    /// <summary>Datasets with something to mend: what it is.</summary>
    public IReadOnlyList<(Dataset Dataset, IReadOnlyList<string> What)> Broken { get; private set; } = [];

    public bool SeesFigures => Viewer.May(Right.ReadFigures);

    public bool SeesSubmissions => Viewer.May(Right.ReadSubmissions);

    public IActionResult OnGet()
    {
        Due = [.. Decide(), .. Purposed(), .. Kept(), .. Requested()];
        return !SeesFigures && !SeesSubmissions ? Page() : Answer<ReadingRoom>(room => room, room =>
        {
            var here = SeesSubmissions ? DatasetHere.All(room) : [];
            Due = [.. Due, .. SeesSubmissions ? Periods(room) : [], .. here.SelectMany(Expected)];
            Changed = SeesFigures ? [.. Places(room).Select(place => (place.Hierarchy, place.Area, signals.Of(room, Viewer, Datasets(room, place.Hierarchy), place.Hierarchy, place.Area)))] : [];
            Broken = [.. here.Select(one => (one.Dataset, What(room, one))).Where(one => one.Item2.Count > 0)];
            return Page();
        });
    }

    private IEnumerable<(string, string)> Decide()
    {
        if (Viewer.May(Right.DecideSubmission) && decisions.Waiting(Viewer) is { Count: > 0 } waiting)
        {
            yield return ($"{(waiting.Count == 1 ? "1 submission waits" : $"{waiting.Count} submissions wait")} for your decision.", "/decisions");
        }
    }

    private IEnumerable<(string, string)> Requested() => !Viewer.May(Right.AnswerRequests) ? [] : store.Requests()
        .Where(one => one.State == Store.Requests.RequestState.Open).OrderBy(one => one.Due)
        .Select(one => ($"Request {one.Number} {(one.IsLate(requests.Today) ? "was due" : "is due")} by {one.Due:d MMMM yyyy}.", $"/requests/{one.Number}/answer"));

    private IEnumerable<(string, string)> Kept()
    {
        if (Viewer.May(Right.DecideSubmission) && evidence.Due(Viewer) is { Count: > 0 } due)
        {
            yield return ($"{(due.Count == 1 ? "1 document of the evidence is" : $"{due.Count} documents of the evidence are")} due to be erased.", "/evidence");
        }
    }

    private IEnumerable<(string, string)> Purposed()
    {
        if (Viewer.May(Right.OpenCaseRows)
            && store.PurposesOf(Viewer.Person).Select(Purposes.Of).Where(purpose => purpose.From <= clock.GetUtcNow() && clock.GetUtcNow() < purpose.Until).ToList()
                is { Count: > 0 } open)
        {
            yield return (
                $"{(open.Count == 1 ? "1 purpose is" : $"{open.Count} purposes are")} open under which you may read case rows; the first ends {TimeText.Of(open.Min(purpose => purpose.Until))}.",
                "/purposes");
        }
    }

    /// <summary>What is due of reporting periods, and the adjustments that wait for this person.</summary>
    private IEnumerable<(string, string)> Periods(ReadingRoom room)
    {
        foreach (var step in periods.Due(Viewer, room))
        {
            yield return (
                $"{step.Dataset.Title}, {step.Period.InWords()}: {step.What}; {(step.IsLate ? "was due" : "due")} by {step.By:d MMMM yyyy}.",
                Address.ReportingPeriod(step.Dataset, step.Period));
        }

        if (Viewer.May(Right.DecideSubmission) && periods.Waiting(Viewer, room) is { Count: > 0 } waiting)
        {
            yield return ($"{(waiting.Count == 1 ? "1 adjustment waits" : $"{waiting.Count} adjustments wait")} for your decision.", "/adjustments");
        }
    }

    /// <summary>Published data come when their publisher publishes; an agency's own are due when the next period is over.</summary>
    private IEnumerable<(string, string)> Expected(DatasetHere here)
    {
        var next = Period.Of(here.Range.End, here.Dataset.Months);
        if (here.Submissions.Any(submission => submission.DataClass != "public") && next.End <= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
        {
            yield return ($"{here.Dataset.Title}: data reach to {here.Range.End.AddDays(-1):d MMMM yyyy}; {next.InWords()} is over and has not come.", $"/data#{here.Dataset.Id}");
        }
    }

    private static IReadOnlyList<string> What(ReadingRoom room, DatasetHere here)
    {
        var (errors, warnings, left) = (
            here.Submissions.Sum(submission => room.Snapshot.FoundIn(submission, Severity.Error)),
            here.Submissions.Sum(submission => room.Snapshot.FoundIn(submission, Severity.Warning)),
            here.Submissions.Sum(submission => submission.NotAccepted));
        return
        [
            .. new[]
            {
                here.Gaps.Count > 0 ? $"no data for {PeriodText.List(here.Gaps)}" : "",
                left > 0 ? $"{Readings.NumberText.Count(left)} rows were not accepted" : "",
                errors > 0 ? $"{Readings.NumberText.Count(errors)} errors in rows" : "",
                warnings > 0 ? $"{Readings.NumberText.Count(warnings)} warnings about rows" : "",
            }.Where(text => text.Length > 0),
        ];
    }

    private List<(AreaHierarchy Hierarchy, Area Area)> Places(ReadingRoom room)
    {
        var own = Viewer.Assignments.Where(assignment => !assignment.IsWholeAgency && RoleTable.May(assignment.Role, Right.ReadFigures)
                && room.Catalogue.Hierarchies.TryGetValue(assignment.Hierarchy, out var hierarchy) && hierarchy.TryFind(assignment.Area, out _))
            .Select(assignment => (room.Catalogue.Hierarchies[assignment.Hierarchy], room.Catalogue.Hierarchies[assignment.Hierarchy][assignment.Area]))
            .Where(place => Datasets(room, place.Item1).Count > 0).Distinct().ToList();
        return own.Count > 0 ? own
            :
            [
                .. room.Catalogue.Hierarchies.Values.Where(hierarchy => Datasets(room, hierarchy).Any(dataset => dataset.Hierarchy == hierarchy.Id))
                    .OrderBy(hierarchy => hierarchy.Id, StringComparer.Ordinal).Select(hierarchy => (hierarchy, hierarchy.Top)),
            ];
    }

    public bool IsSynthetic(AreaHierarchy hierarchy) => Datasets(Room, hierarchy).All(Room.IsSynthetic);

    private static IReadOnlyList<Dataset> Datasets(ReadingRoom room, AreaHierarchy hierarchy) => DatasetHere.By(room, hierarchy);
}
