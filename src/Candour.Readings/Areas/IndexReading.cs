using Candour.Kernel;
using Candour.Readings.Charts;
using Candour.Statistics;

namespace Candour.Readings.Areas;

/// <summary>Several measures in one number with declared weights, and what other weights would make of it.</summary>
/// <param name="Names">Of the areas.</param>
/// <param name="Scores">Of the areas, in their order.</param>
/// <param name="Sensitivity">The places under other weights.</param>
public sealed record IndexReading(
    IReadOnlyList<string> Names, IReadOnlyList<IndexScore> Scores, IndexSensitivity Sensitivity)
{
    public static IndexReading Of(
        IReadOnlyList<string> names, IReadOnlyList<IndexMeasure> measures, IndexScale scale, MissingValues missing) =>
        new(names, CompositeIndex.Of(measures, scale, missing), IndexSensitivity.Of(measures, scale, missing));

    public string Sentence
    {
        get
        {
            var areas = Sensitivity.Areas;
            if (areas.Count < 2)
            {
                return "Not enough data: fewer than two areas have every value that the index needs.";
            }

            var moving = areas.Count(place => place.Last > place.First);
            var widest = areas.Max(place => place.Last - place.First);
            var unscored = Scores.Count(score => score is IndexScore.NotScored);
            return $"Weights are judgements. Other weights that were tried (equal, each halved, doubled or left out) move "
                + $"{moving} of {areas.Count} areas, by up to {widest} {(widest == 1 ? "place" : "places")}. "
                + $"{NumberText.Count(Sensitivity.SameInAll)} of {NumberText.Count(Sensitivity.Pairs)} pairs keep their order under all of them, and "
                + $"{NumberText.Count(Sensitivity.SureWhateverWeights)} would under any weights."
                + (unscored > 0 ? $" {unscored} {(unscored == 1 ? "area has" : "areas have")} no score because values are missing." : "");
        }
    }

    /// <summary>From the first to the last place that other weights give each area, in the order given.</summary>
    public Chart Draw(string id, string headline, string subtitle, string rowHeading) => new DumbbellChart(
        id, headline, subtitle, FigureKind.Count, "Place under other weights (1 is the best score)", rowHeading, "First place", "Last place",
        [
            .. Names.Select((name, area) => Sensitivity.Areas.FirstOrDefault(place => place.Area == area) is { } own
                ? new DumbbellRow(
                    name, Place(own.First), Place(own.Last), new FigureText("", "", "", ""),
                    $"score {NumberText.Rate(((IndexScore.Known)Scores[area]).Score)}",
                    own.First == own.Last ? "the same under all weights" : "")
                : new DumbbellRow(name, NoScore, NoScore, new FigureText("", "", "", ""), "", NoScore.Why)),
        ],
        Sentence).Draw();

    private static Figure.NotApplicable NoScore { get; } = new("a value that the index needs is missing");

    private static Figure.Known Place(int place) => new(place, place, place);

    /// <summary>The places of an area: declared, and the range under other weights; empty without a score.</summary>
    public string Places(int area) => Sensitivity.Areas.FirstOrDefault(place => place.Area == area) is not { } own ? ""
        : own.First == own.Last ? $"{own.First} of {Sensitivity.Areas.Count} under all weights"
        : $"{own.First} to {own.Last} of {Sensitivity.Areas.Count}";
}
