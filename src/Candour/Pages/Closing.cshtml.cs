using Candour.Access;
using Candour.Definitions;
using Candour.Freezing;
using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;
using Candour.Store.Closings;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>One reporting period: where each area stands, what was adjusted with what effect, and what it is frozen with.</summary>
[Door(Right.ReadSubmissions)]
public sealed class ClosingModel(CurrentRoom current, PeriodDecisions periods, OperationalStore store) : PeriodPage(current, periods)
{
    private readonly PeriodDecisions decisions = periods;

    /// <summary>The units in sight, each with what has become of its months.</summary>
    public IReadOnlyList<(Area Unit, IReadOnlyList<string> Months)> Reconciled { get; private set; } = [];

    public IReadOnlyList<Period> Months => Period.Split(1);

    /// <summary>The adjustments in sight.</summary>
    public IEnumerable<Adjustment> Adjustments => Now.Adjustments.Where(one =>
        one.Kind == AdjustmentKind.Late || Has(Right.ReadSubmissions, one.Area));

    public IActionResult OnGet(string dataset, string period) => Show(dataset, period, () =>
    {
        var done = store.Reconciliations(Dataset.Id).ToDictionary(one => (one.Area, one.Month));
        Reconciled =
        [
            .. Room.Catalogue.HierarchyOf(Dataset).Lowest.Where(unit => Has(Right.ReadSubmissions, unit.Id))
                .OrderBy(unit => unit.Title, StringComparer.Ordinal)
                .Select(unit => (unit, (IReadOnlyList<string>)
                [
                    .. Months.Select(month => ClosingDue.Reconciled(month, done.GetValueOrDefault((unit.Id, month)), Dataset.Reporting!, decisions.Today)),
                ])),
        ];
        return Page();
    });

    public IReadOnlyList<AdjustmentEffect> EffectsOf(Adjustment adjustment) => decisions.Effects(Viewer, Room, adjustment);

    public string NameOf(string person) => person.Length == 0 ? "nobody" : store.FindPerson(person)?.Name ?? person;

    /// <summary>How many rows an area has; a small number only for whoever sees the whole.</summary>
    public string RowsOf(AreaInPeriod area)
    {
        ArgumentNullException.ThrowIfNull(area);
        return !HasWhole(Right.ReadSubmissions) && SmallNumbers.IsSmall(area.Rows.Rows)
            ? "[suppressed]"
            : Readings.NumberText.Count(area.Rows.Rows);
    }

    public string TitleOf(string area) => Room.Catalogue.HierarchyOf(Dataset).TryFind(area, out var found) ? found.Title : area;
}
