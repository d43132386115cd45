using Candour.Access;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.SignIn;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;

namespace Candour.Pages;

/// <summary>What is here, how fresh it is, what it says, and where to go next.</summary>
[Door(Right.SignedIn)]
[KeptPage]
public sealed class IndexModel(CurrentRoom current, Candour.Store.OperationalStore store) : ReadingPage(current)
{
    private static readonly string[] OnTheAssignedBasis =
    [
        "outcomes-assigned", "charged-share-assigned", "outcome-14-share-assigned", "outcome-15-share-assigned",
        "outcome-16-share-assigned", "outcome-18-share-assigned",
    ];

    private static readonly string[] OnTheRecordedBasis =
    [
        "crimes-recorded", "not-yet-assigned-share", "charged-share-recorded", "outcome-14-share-recorded",
        "outcome-15-share-recorded", "outcome-16-share-recorded", "outcome-18-share-recorded",
    ];

    private static readonly string[] Prosecutions =
    [
        "sexual-offence-prosecutions-completed", "sexual-offence-prosecutions-convicted-share",
        "sexual-offence-prosecutions-unsuccessful-share",
    ];

    public IReadOnlyList<DatasetHere> Datasets { get; private set; } = [];

    /// <summary>What this person must hear, newest first.</summary>
    public IReadOnlyList<Candour.Store.Notice> Notices { get; private set; } = [];

    /// <summary>Outcomes of recorded crimes, one table for each pair of subject and basis.</summary>
    public IReadOnlyList<MeasureTable> Outcomes { get; private set; } = [];

    public MeasureTable? Prosecuted { get; private set; }

    /// <summary>Periods without a published file, which the prosecutions leave out.</summary>
    public IReadOnlyList<Period> ProsecutionGaps { get; private set; } = [];

    /// <summary>Some roles guard the doors and see no figures.</summary>
    public bool SeesFigures => Visitor.Of(HttpContext).Viewer.May(Right.ReadFigures);

    public IActionResult OnGet()
    {
        Notices = [.. store.NoticesOf(Visitor.Of(HttpContext).Viewer.Person).Take(20)];
        return SeesFigures ? WithFigures() : Page();
    }

    private IActionResult WithFigures() => Answer<IReadOnlyList<DatasetHere>>(
        room => new Result<IReadOnlyList<DatasetHere>>.Accepted(DatasetHere.All(room)),
        datasets =>
        {
            Datasets = datasets;
            Outcomes =
            [
                .. new[]
                {
                    Table("Rape", "rape", OnTheAssignedBasis), Table("Rape", "rape", OnTheRecordedBasis),
                    Table("All sexual offences", "sexual-offences", OnTheAssignedBasis),
                    Table("All sexual offences", "sexual-offences", OnTheRecordedBasis),
                }.OfType<MeasureTable>(),
            ];
            Prosecuted = Table("Sexual offences", "", Prosecutions);
            ProsecutionGaps = Prosecuted?.Rows[0].Here.Gaps ?? [];
            return Page();
        });

    /// <summary>National figures over everything there are data for; null while the workspace has none of them.</summary>
    private MeasureTable? Table(string subject, string set, IReadOnlyList<string> names)
    {
        var rows = names.Select(name => set.Length > 0 ? $"{set}-{name}" : name)
            .Select(id => Room.Catalogue.Measures.GetValueOrDefault(id)).OfType<Measure>()
            .Select(National).OfType<Reading>().Select(reading => new MeasureRow(reading)).ToList();
        return rows.Count == 0 ? null : new MeasureTable(
            $"{rows[0].Here.Measure.Id}-table",
            $"{subject}: {rows[0].Here.Basis.Title}",
            $"{rows[0].Here.Question.Area.Title}, {rows[0].Here.Question.Period.InWords()}",
            "",
            rows);
    }

    /// <summary>From published data only: the first page says nothing about invented crimes.</summary>
    private Reading? National(Measure measure)
    {
        var dataset = measure.Datasets.Where(Room.Seen.Has).Select(name => Room.Catalogue.Datasets[name])
            .FirstOrDefault(found => !Room.IsSynthetic(found));
        return dataset is null ? null
            : Room.Read(measure.Id, Asked.Everything with { Dataset = dataset.Id }).Match<Reading?>(reading => reading, _ => null);
    }
}
