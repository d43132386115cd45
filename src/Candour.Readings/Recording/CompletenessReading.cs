using Candour.Readings.Charts;

namespace Candour.Readings.Recording;

/// <summary>What share of cases lacks each field. Missing is a finding of its own, not a smaller number of cases.</summary>
/// <param name="Fields">In the order given: how many of how many are missing.</param>
public sealed record CompletenessReading(IReadOnlyList<NamedShare> Fields)
{
    public string Sentence
    {
        get
        {
            var counted = Fields.Where(one => one.Count.Denominator > 0).ToArray();
            if (counted.Length == 0)
            {
                return "Not enough data: there are no cases whose fields could be missing.";
            }

            var complete = counted.Count(one => one.Count.Numerator == 0);
            var most = counted.MaxBy(one => (double)one.Count.Numerator / one.Count.Denominator)!;
            return complete == counted.Length
                ? $"No case lacks any of {Counted(counted.Length)}."
                : $"{most.Name} is missing most often: {NumberText.Count(most.Count.Numerator)} of {NumberText.Count(most.Count.Denominator)} "
                    + $"({NumberText.Share((double)most.Count.Numerator / most.Count.Denominator)}). {complete} of {Counted(counted.Length)} "
                    + (complete == 1 ? "is" : "are")
                    + " complete. Who is missing is seldom missing by chance, so figures by these fields carry bounds.";
        }
    }

    /// <summary>The missing share of each field with its interval.</summary>
    public Chart Draw(string id, string headline, string subtitle) => new IntervalChart(
        id, headline, subtitle, FigureKind.Share, "Share missing (%)", "Field",
        [
            .. Fields.Select(one => new IntervalRow(
                one.Name, EstimateFigure.Share(one.Count), one.Count.Numerator, one.Count.Denominator)),
        ],
        Said: Sentence).Draw();

    private static string Counted(int fields) => fields == 1 ? "1 field" : $"{fields} fields";
}
