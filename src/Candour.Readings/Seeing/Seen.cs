using Candour.Access;
using Candour.Databank.Cells;
using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Asking;
using Candour.Readings.Figures;
using Candour.Store;

namespace Candour.Readings.Seeing;

/// <summary>
/// One viewer's view of a snapshot: what lies outside their areas is as if it did not exist, and what would point to a few
/// people is withheld. Everything that is read of figures, rows and submissions passes here.
/// </summary>
public sealed class Seen
{
    private readonly ReadableSnapshot snapshot;
    private readonly FrozenPeriods frozen;
    private readonly Sight figures;
    private readonly Sight rows;
    private readonly Sight submissions;
    private readonly ShownToOne shown;
    private readonly Viewer viewer = Viewer.Nobody;

    /// <summary>Everything: whoever works at the server's own console.</summary>
    internal Seen(ReadableSnapshot snapshot, FrozenPeriods frozen)
    {
        (this.snapshot, this.frozen, shown) = (snapshot, frozen, new ShownToOne());
        figures = rows = submissions = Sight.Everything;
    }

    /// <summary>What a viewer's assignments give, right by right.</summary>
    internal Seen(ReadableSnapshot snapshot, FrozenPeriods frozen, Viewer viewer, ShownToOne shown)
    {
        (this.snapshot, this.frozen, this.viewer, this.shown) = (snapshot, frozen, viewer, shown);
        figures = Sight.Of(viewer, Right.ReadFigures, snapshot.Catalogue);
        rows = Sight.Of(viewer, Right.ReadRows, snapshot.Catalogue);
        submissions = Sight.Of(viewer, Right.ReadSubmissions, snapshot.Catalogue);
    }

    /// <summary>The same words for what does not exist and for what may not be seen, so that they cannot be told apart.</summary>
    public const string NothingToSee =
        "Nothing to show: no data were submitted for this, or it lies outside the areas you may see.";

    /// <summary>Why a small number is withheld.</summary>
    public const string TooSmall =
        "Withheld: this figure, or another worked out from it and from what you were shown before, would be about fewer than 5 people.";

    /// <summary>Whether a dataset has data of which any figure is in sight.</summary>
    public bool Has(string dataset) => snapshot.Has(dataset) && figures.SeesAny(HoldingOf(dataset));

    /// <summary>Whether the whole of a dataset is in sight.</summary>
    public bool SeesWhole(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return snapshot.Has(dataset.Id) && figures.SeesWhole(HoldingOf(dataset.Id));
    }

    /// <summary>
    /// The question for the viewer's own area, where they named none: whoever does not see the whole would be shown nothing
    /// of it.
    /// </summary>
    internal Question AtHome(Question question)
    {
        if (figures.SeesWhole(HoldingOf(question.Dataset.Id)))
        {
            return question;
        }

        return viewer.Assignments
            .Where(assignment => RoleTable.May(assignment.Role, Right.ReadFigures) && question.Dataset.Hierarchies.Contains(assignment.Hierarchy))
            .Select(assignment => (Hierarchy: snapshot.Catalogue.Hierarchies[assignment.Hierarchy], assignment.Area))
            .Where(own => own.Hierarchy.Areas.Any(area => area.Id == own.Area))
            .Select(own => question with { Hierarchy = own.Hierarchy, Area = own.Hierarchy[own.Area] })
            .FirstOrDefault(question);
    }

    /// <summary>
    /// The codes worth offering: those that occur. Whoever does not see the whole is offered every code, because which of
    /// them occur would tell of rows elsewhere.
    /// </summary>
    public IReadOnlySet<string> CodesOffered(Measure measure, Dataset dataset, string field)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return (SeesWhole(dataset) && snapshot.HasCells(measure, dataset)
                ? snapshot.TableOf(measure, dataset, field).Cells.Where(cell => cell.Value.Rows > 0).Select(cell => cell.Key.Code)
                : snapshot.Catalogue.CodesOf(dataset, field).Codes.Select(code => code.Id))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The submissions of which anything is in sight.</summary>
    public IEnumerable<SubmissionRecord> Submissions =>
        snapshot.Submissions.Where(submission => submissions.SeesAny(HoldingOf(submission.Dataset)));

    /// <summary>Whether the rows of a dataset describe real people and have not been published.</summary>
    public bool IsConfidential(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return snapshot.SubmissionsOf(dataset.Id).Any(submission => submission.DataClass is not ("public" or "synthetic"));
    }

    /// <summary>
    /// The rows behind a figure, and what each adds to it; none where they are out of sight, or the figure is withheld.
    /// </summary>
    /// <param name="reading">As this viewer was shown it.</param>
    /// <param name="measure">The measure whose rows are asked for: the reading's own, or one it is made of.</param>
    public IReadOnlyList<CountedRow> RowsBehind(Reading reading, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var question = reading.Question;
        var from = frozen.SnapshotFor(snapshot, question.Dataset.Id, question.Period);
        return reading.Figure is not Figure.Suppressed && from.Erased is null && rows.Sees(HoldingOf(question.Dataset.Id), question.Areas)
            ? Lineage.Of(from, measure, question.Dataset, question.Areas, question.Period, question.Where)
            : [];
    }

    /// <summary>The reading as the viewer may see it.</summary>
    /// <param name="reading">As it was calculated.</param>
    /// <param name="again">Reads the same measure for another question, as this viewer may see it.</param>
    internal Reading Of(Reading reading, Func<Question, Reading> again)
    {
        var question = reading.Question;
        var holding = HoldingOf(question.Dataset.Id);
        if (figures.SeesWhole(holding))
        {
            return reading;
        }

        if (!figures.Sees(holding, question.Areas) || reading.Figure is Figure.NotRecorded)
        {
            return Without(reading, new Figure.NotRecorded(NothingToSee));
        }

        return holding.IsPublic || question.Dataset.Rows != RowKind.Case || MayShow(reading, again)
            ? reading
            : Without(reading, new Figure.Suppressed(TooSmall));
    }

    /// <summary>A count shown beside the whole it is a part of: withheld when the rest of the whole would be small.</summary>
    internal Reading Beside(Reading whole, Reading part)
    {
        var holding = HoldingOf(part.Question.Dataset.Id);
        return holding.IsPublic || part.Question.Dataset.Rows != RowKind.Case || figures.SeesWhole(holding)
            || !SmallNumbers.LeavesSmall(PeopleBehind.Of(whole), PeopleBehind.Of(part))
                ? part
                : Without(part, new Figure.Suppressed(TooSmall));
    }

    /// <summary>
    /// The wider questions first: what is shown of them decides what may be shown of a part, whatever page is opened first.
    /// </summary>
    private bool MayShow(Reading reading, Func<Question, Reading> again)
    {
        var question = reading.Question;
        foreach (var wider in Wider(question))
        {
            again(wider);
        }

        return shown.Of(reading.Measure.Id, question.Dataset.Id)
            .MayShow(reading.Reference.ToString(), SliceOf(question), PeopleBehind.Of(reading));
    }

    private IEnumerable<Question> Wider(Question question)
    {
        foreach (var (field, _) in question.Where)
        {
            yield return question with { Where = [.. question.Where.Where(pair => pair.Key != field)] };
        }

        var parent = question.Hierarchy[question.Area.Id].Parent;
        if (parent.Length > 0 && figures.Sees(HoldingOf(question.Dataset.Id), question.Hierarchy.LowestUnder(parent)))
        {
            yield return question with { Area = question.Hierarchy[parent] };
        }
    }

    private Slice SliceOf(Question question) => new(
        question.Areas.ToHashSet(StringComparer.Ordinal),
        MonthOf(question.Period.Start),
        MonthOf(question.Period.End),
        question.Where.ToDictionary(
            pair => pair.Key,
            IReadOnlySet<string> (pair) => snapshot.Catalogue.CodesOf(question.Dataset, pair.Key).Expand(pair.Value).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal));

    private static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month;

    private static Reading Without(Reading reading, Figure figure) => reading with
    {
        Answer = new Answer(figure, new CellSum(CellState.Zero, 0, 0, [], []), 0, 0),
    };

    private Holding HoldingOf(string dataset) => Holdings.Of(snapshot, dataset);
}
