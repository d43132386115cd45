using Candour.Kernel;
using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Readings.Recording;

/// <summary>
/// How many of one cohort reach each stage: the same cases all along, never one quarter's crimes over another's charges.
/// </summary>
/// <param name="Stages">Each a part of the one before; at least one.</param>
public sealed record AttritionReading(IReadOnlyList<CodedCause> Stages)
{
    /// <summary>Reads stages; refused when one has more cases than the stage before, for then they are no one cohort.</summary>
    public static Result<AttritionReading> Of(IReadOnlyList<CodedCause> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        ArgumentOutOfRangeException.ThrowIfZero(stages.Count);
        for (var i = 1; i < stages.Count; i++)
        {
            if (stages[i].Count > stages[i - 1].Count || stages[i].Count < 0)
            {
                return new StagesAreNotOneCohort(stages[i - 1], stages[i]);
            }
        }

        return new AttritionReading(stages);
    }

    public string Sentence
    {
        get
        {
            var (first, last) = (Stages[0], Stages[^1]);
            if (first.Count == 0)
            {
                return "Not enough data: nothing is in the first stage.";
            }

            if (Stages.Count == 1)
            {
                return $"{NumberText.Count(first.Count)} are in the only stage.";
            }

            var lost = Enumerable.Range(1, Stages.Count - 1).MaxBy(i => Stages[i - 1].Count - Stages[i].Count);
            var share = (Figure.Known)EstimateFigure.Share(new ShareCount(last.Count, first.Count));
            return $"Of {NumberText.Count(first.Count)} at “{first.Name}”, {NumberText.Count(last.Count)} reach “{last.Name}”: "
                + $"{NumberText.Share(share.Value)} ({NumberText.Interval(share.Lower, share.Upper, FigureKind.Share)}). "
                + $"Most leave between “{Stages[lost - 1].Name}” and “{Stages[lost].Name}”: {NumberText.Count(Stages[lost - 1].Count - Stages[lost].Count)}. "
                + "Cases still open may yet go on, and leaving says nothing about why.";
        }
    }

    /// <summary>The bars, each with what was lost since the one before.</summary>
    public Chart Draw(string id, string headline, string subtitle, string unit) => new BarChart(
        id, headline, subtitle, unit, "Stage", "Of the stage before", "Of the first stage",
        [
            .. Stages.Select((stage, i) => new Bar(
                stage.Name, stage.Count,
                EstimateFigure.Share(new ShareCount(stage.Count, Stages[Math.Max(i - 1, 0)].Count)),
                EstimateFigure.Share(new ShareCount(stage.Count, Stages[0].Count)))),
        ],
        ShowsLost: true, Sentence).Draw();
}

/// <summary>A stage has more cases than the one before it.</summary>
public sealed record StagesAreNotOneCohort(CodedCause Before, CodedCause After) : Refusal(
    $"'{After.Name}' has {NumberText.Count(After.Count)} and the stage before it, '{Before.Name}', {NumberText.Count(Before.Count)}: "
    + "they are not the same cases at two stages. Choose measures of one counting unit on one cohort basis.");
