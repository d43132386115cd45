using Candour.Definitions;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>
/// The share of a cohort that has no outcome yet. It must stand beside every figure of a basis on which the cohorts had
/// unequal time, because it says how much can still change.
/// </summary>
public sealed class StillOpen
{
    /// <summary>Outcome 0 of the Home Office's list: not yet assigned an outcome.</summary>
    private static readonly FieldTest NotYetAssigned = new("outcome", TestKind.OneOf, ["0"]);

    private readonly ReadingRoom room;

    private StillOpen(ReadingRoom room, Measure measure) => (this.room, Measure) = (room, measure);

    public Measure Measure { get; }

    /// <summary>The measure to set beside this one; null when its cohorts all had the same time.</summary>
    public static StillOpen? Beside(ReadingRoom room, Measure measure, Question question)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(question);
        var share = Settling.MonthsOf(measure, question.Dataset, room.Catalogue, question.Where.Select(pair => pair.Key)) == 0 ? null
            : room.Measures.Where(candidate => IsOpenShare(candidate, measure, question.Dataset))
                .OrderByDescending(candidate => candidate.Population == measure.Population)
                .ThenByDescending(candidate => measure.Beside.Contains(candidate.Id))
                .FirstOrDefault(candidate =>
                    candidate.Population == measure.Population || measure.Beside.Contains(candidate.Id));
        return share is null || share.Id == measure.Id ? null : new StillOpen(room, share);
    }

    /// <summary>For the same area and period. Conditions that it does not know are left out, as its words say.</summary>
    public Reading Read(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return room.Read(Measure, question with
        {
            Where = [.. question.Where.Where(pair => Measure.Breakdowns.Contains(pair.Key))],
        });
    }

    private static bool IsOpenShare(Measure candidate, Measure measure, Dataset dataset) =>
        candidate.Type == MeasureType.Share && candidate.Basis == measure.Basis
        && candidate.Datasets.Contains(dataset.Id) && candidate.Numerator.Tests is [var test] && test == NotYetAssigned;
}
