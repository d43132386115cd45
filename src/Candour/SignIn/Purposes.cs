using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Figures;
using Candour.Readings.Seeing;
using Candour.Store;

namespace Candour.SignIn;

/// <summary>What somebody asks to be allowed to open.</summary>
/// <param name="Dataset">Which rows.</param>
/// <param name="Place">Hierarchy and area, as <c>hierarchy:area</c>.</param>
/// <param name="Month">Only rows of this month; empty for all.</param>
/// <param name="Reason">Why.</param>
public sealed record Opened(string Dataset, string Place, string Month, string Reason);

/// <summary>Purposes: given by one person to another, or taken by breaking the glass.</summary>
public sealed class Purposes(OperationalStore store, Catalogue catalogue, TimeProvider clock)
{
    /// <summary>Gives a person a purpose for an audit sample.</summary>
    public Result<Purpose> Give(Visitor giver, ReadingRoom room, Opened asked, string person, int days, int cap)
    {
        ArgumentNullException.ThrowIfNull(giver);
        var now = clock.GetUtcNow();
        return Checked(giver.Viewer, Right.AssignPurpose, room, asked).Then<Purpose>(place =>
        {
            if (days < 1 || TimeSpan.FromDays(days) > Purpose.Longest || cap is < 1 or > Purpose.LargestCap)
            {
                return new PurposeIsTooWide();
            }

            if (person == giver.Viewer.Person || store.FindPerson(person) is not { IsActive: true } holder
                || !MayOpen(holder, room, asked.Dataset, place, now))
            {
                return new NobodyToGiveItTo();
            }

            var purpose = new Purpose(
                Secret.NewId(), PurposeKind.AuditSample, person, giver.Viewer.Person, asked.Dataset, place.Hierarchy.Id, place.Area.Id,
                asked.Month, Purpose.ReasonOf(asked.Reason).Match(reason => reason, _ => ""), now, now.AddDays(days), cap, 0);
            store.GivePurpose(
                Record(purpose), [],
                new AuditEntry(now, giver.Viewer.Person, "assign purpose", purpose.Id, ScopeOf(purpose), purpose.Reason));
            return purpose;
        });
    }

    /// <summary>
    /// Breaks the glass: the person opens rows themselves for an hour, and everybody who reads the trail or leads an area
    /// over it is told at once. With nobody to tell it stays whole.
    /// </summary>
    public Result<Purpose> BreakGlass(Visitor visitor, ReadingRoom room, Opened asked)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        var (now, who) = (clock.GetUtcNow(), visitor.Viewer);
        return Checked(who, Right.BreakGlass, room, asked).Then<Purpose>(place =>
        {
            var told = store.People().Where(person => person.IsActive && person.Id != who.Person && IsTold(person, room, asked.Dataset, place, now)).ToList();
            if (told.Count == 0)
            {
                return new NobodyToTell();
            }

            var purpose = new Purpose(
                Secret.NewId(), PurposeKind.BreakGlass, who.Person, told[0].Id, asked.Dataset, place.Hierarchy.Id, place.Area.Id, asked.Month,
                Purpose.ReasonOf(asked.Reason).Match(reason => reason, _ => ""), now, now + Purpose.BreakGlassLasts, Purpose.BreakGlassCap, 0);
            var sentence = $"{who.Name} has broken the glass for rows of '{purpose.Dataset}' in {place.Area.Title}. Reason: {purpose.Reason}";
            store.GivePurpose(
                Record(purpose),
                [.. told.Select(person => new Notice(Secret.NewId(), person.Id, now, sentence))],
                new AuditEntry(now, who.Person, "break glass", purpose.Id, ScopeOf(purpose), purpose.Reason));
            return purpose;
        });
    }

    /// <summary>The purpose of that id, if it is the person's own.</summary>
    public Result<Purpose> Find(string id, string person) =>
        store.PurposesOf(person).FirstOrDefault(one => one.Id == id) is { } found ? Of(found) : new NoPurpose();

    /// <summary>
    /// Shows rows up to a number under a purpose: told to the trail, and counted against the cap, before anything is shown.
    /// </summary>
    public Result<Purpose> Show(Visitor visitor, Purpose purpose, int first, int last, string reason)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        ArgumentNullException.ThrowIfNull(purpose);
        var now = clock.GetUtcNow();
        return Purpose.ReasonOf(reason).Then(said => purpose.MayShow(visitor.Viewer.Person, Math.Max(0, last - purpose.Shown), now)
            .Then<Purpose>(_ => store.ShowRows(
                purpose.Id, last, new AuditEntry(
                    now, visitor.Viewer.Person, "read case rows", $"{purpose.Id} rows {first}-{last}", ScopeOf(purpose), said))
                ? purpose
                : new PurposeIsUsedUp(purpose.Cap, purpose.Left)));
    }

    /// <summary>Where the purpose lies, for the trail.</summary>
    private static string ScopeOf(Purpose purpose) => $"{purpose.Dataset} {purpose.Hierarchy}:{purpose.Area} {purpose.Month}".TrimEnd();

    /// <summary>The person could open such rows if they had a purpose.</summary>
    private bool MayOpen(PersonRecord person, ReadingRoom room, string dataset, (AreaHierarchy Hierarchy, Area Area) place, DateTimeOffset now) =>
        Covers(ViewerOf(person, now), Right.OpenCaseRows, room, dataset, place);

    /// <summary>Whoever reads the trail, and whoever gives purposes for the place.</summary>
    private bool IsTold(PersonRecord person, ReadingRoom room, string dataset, (AreaHierarchy Hierarchy, Area Area) place, DateTimeOffset now)
    {
        var viewer = ViewerOf(person, now);
        return viewer.May(Right.ReadAudit) || Covers(viewer, Right.AssignPurpose, room, dataset, place);
    }

    private Viewer ViewerOf(PersonRecord person, DateTimeOffset now) => Viewer.On(
        DateOnly.FromDateTime(now.UtcDateTime), person.Id, person.Name, store.AssignmentsOf(person.Id).Select(Assignments.Of));

    private bool Covers(Viewer viewer, Right right, ReadingRoom room, string dataset, (AreaHierarchy Hierarchy, Area Area) place)
    {
        // Case rows follow the areas, whatever has been published of them.
        var holding = Holdings.Of(room.Snapshot, dataset) with { IsPublic = false };
        return Sight.Of(viewer, right, catalogue).Sees(holding, place.Hierarchy.LowestUnder(place.Area.Id));
    }

    private Result<(AreaHierarchy Hierarchy, Area Area)> Checked(Viewer viewer, Right right, ReadingRoom room, Opened asked)
    {
        var named = asked.Place.Split(':');
        if (named.Length != 2 || !room.Snapshot.Has(asked.Dataset)
            || !catalogue.Datasets[asked.Dataset].Hierarchies.Contains(named[0])
            || !catalogue.Hierarchies[named[0]].TryFind(named[1], out var area)
            || !Covers(viewer, right, room, asked.Dataset, (catalogue.Hierarchies[named[0]], area)))
        {
            return new PlaceIsNotYours();
        }

        if (asked.Month.Length > 0 && !(Period.TryParse(asked.Month, out var month) && month.Months == 1))
        {
            return new MonthIsNotOne();
        }

        return Purpose.ReasonOf(asked.Reason).Then<(AreaHierarchy, Area)>(_ => (catalogue.Hierarchies[named[0]], area));
    }

    internal static Purpose Of(PurposeRecord record) => new(
        record.Id, Enum.Parse<PurposeKind>(record.Kind), record.Person, record.GivenBy, record.Dataset, record.Hierarchy, record.Area,
        record.Month, record.Reason, record.From, record.Until, record.Cap, record.Shown);

    private static PurposeRecord Record(Purpose purpose) => new(
        purpose.Id, purpose.Kind.ToString(), purpose.Person, purpose.GivenBy, purpose.Dataset, purpose.Hierarchy, purpose.Area,
        purpose.Month, purpose.Reason, purpose.From, purpose.Until, purpose.Cap, purpose.Shown);
}

/// <summary>Too long or too many.</summary>
public sealed record PurposeIsTooWide() : Refusal(
    $"A purpose runs for 1 to {(int)Purpose.Longest.TotalDays} days and opens 1 to {Purpose.LargestCap} rows: choose less.");

/// <summary>The chosen person could not use it.</summary>
public sealed record NobodyToGiveItTo() : Refusal(
    "A purpose is given to somebody else, who may open case rows there: choose another person, or ask the administrator for the role.");

/// <summary>Nobody else would hear of it.</summary>
public sealed record NobodyToTell() : Refusal(
    "The glass cannot be broken while there is nobody else to be told: ask the administrator to appoint a security auditor or an area lead.");

/// <summary>The dataset or the place is not one that the person may open; or there is none.</summary>
public sealed record PlaceIsNotYours() : Refusal(
    "There are no such rows in the areas you answer for: choose a dataset and an area from the lists.");

/// <summary>Not a month.</summary>
public sealed record MonthIsNotOne() : Refusal("Write the month as 2026-03, or leave it out.");
