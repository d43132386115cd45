using Candour.Definitions;
using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Figures;

/// <summary>
/// A figure that arrived computed: exactly the row of that area and period, never a sum and never a mean of several.
/// </summary>
internal static class EstimateAnswer
{
    public static Answer Of(Place asked, Measure measure, Dataset dataset, Formula.Estimate estimate)
    {
        var pass = asked.States.Rows(dataset);
        var decimals = dataset.FieldNamed(estimate.Value)!.Decimals;
        var (values, column) = (pass.Encoded.Numbers(estimate.Value), pass.Encoded.Column(estimate.Value).ToArray());
        var rows = pass.Counted(measure, [asked.Area.Id], asked.Period, asked.Where)
            .Where(counted => counted.Part.Missing == 0 && column[counted.Row] != 0).Select(counted => counted.Row).ToList();
        if (rows is not [var row])
        {
            return new Answer(
                rows.Count == 0
                    ? new Figure.NotRecorded("The publisher gives no estimate for this area and period.")
                    : new Figure.NotApplicable(
                        "The publisher gives several estimates here, and estimates are never added up: ask for one period of the series."),
                asked.Nothing, 0, 0);
        }

        var value = (double)FixedNumber.Of(values[column[row]], decimals);
        var half = NormalQuantile.TwoSided95 * Error(pass.Encoded, estimate.Error, dataset, row);
        return new Answer(new Figure.Known(value, value - half, value + half), asked.Nothing with { Covered = 1, Gaps = [] }, 0, 0);
    }

    private static double Error(Databank.Engine.EncodedRows rows, string field, Dataset dataset, int row) =>
        field.Length == 0 || rows.Column(field)[row] == 0 ? 0
            : (double)FixedNumber.Of(rows.Numbers(field)[rows.Column(field)[row]], dataset.FieldNamed(field)!.Decimals);
}
