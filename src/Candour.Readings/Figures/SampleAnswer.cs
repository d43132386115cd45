using Candour.Databank.Engine;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Figures;

/// <summary>
/// A share estimated from a sample: each row stands for as many of the whole as its sampling weight says. The interval is
/// that of as many cases as the weights are worth.
/// </summary>
internal static class SampleAnswer
{
    public static Answer Of(Place asked, Measure measure, Dataset dataset)
    {
        var pass = asked.States.Rows(dataset);
        var weights = Weights(pass.Encoded, dataset.Sampling!.Weight, dataset);
        var (met, whole, missing, rows) = (0m, 0m, 0L, 0L);
        var counted = new List<double>();
        foreach (var (row, part) in pass.Counted(measure, asked.Areas, asked.Period, asked.Where))
        {
            rows++;
            missing += part.Missing;
            if (part.Missing > 0)
            {
                continue;
            }

            met += part.Numerator * weights(row);
            whole += weights(row);
            counted.Add((double)weights(row));
        }

        var sum = asked.Covered(pass, dataset) with { State = new(0, 0, missing, rows, 0, []) };
        return new Answer(Figure(met, whole, counted, measure, sum.Covered), sum, met, whole);
    }

    private static Figure Figure(decimal met, decimal whole, List<double> weights, Measure measure, int covered)
    {
        if (covered == 0)
        {
            return new Figure.NotRecorded("No data were submitted for this area and period.");
        }

        if (whole == 0)
        {
            return new Figure.NotApplicable($"No {measure.Unit.Plural()} were sampled here to take a share of.");
        }

        var share = (double)(met / whole);
        var cases = EffectiveCases.Of(weights).Effective;
        var interval = Wilson.WeightedInterval(share * cases, cases);
        return new Figure.Known(share, interval.Lower, interval.Upper);
    }

    private static Func<int, decimal> Weights(EncodedRows rows, string field, Dataset dataset)
    {
        var decimals = dataset.FieldNamed(field)!.Decimals;
        var (numbers, column) = (rows.Numbers(field), rows.Column(field).ToArray());
        return row => FixedNumber.Of(numbers[column[row]], decimals);
    }
}
