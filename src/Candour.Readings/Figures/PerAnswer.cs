using Candour.Definitions;
using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Figures;

/// <summary>A declared quotient of two units: events over what they could have happened to.</summary>
internal static class PerAnswer
{
    public static Answer Of(Place asked, Measure of, Dataset dataset, Measure over, long each)
    {
        var above = FigureOf.Answer(of, dataset, asked.Sum(of, dataset));
        if (above.Figure is not Figure.Known)
        {
            return above;
        }

        var overDataset = over.Datasets.Where(asked.States.Has).Select(id => asked.States.Catalogue.Datasets[id])
            .FirstOrDefault(one => one.Hierarchies.Contains(asked.Hierarchy.Id));
        if (overDataset is null)
        {
            return above with
            {
                Figure = new Figure.NotRecorded($"No data were submitted for what it is divided by: {over.Title}."),
            };
        }

        var whole = asked with { Period = Widened(asked.Period, overDataset.Months) };
        var below = FigureOf.Answer(over, overDataset, whole.Sum(over, overDataset));
        return below.Figure is not Figure.Known
            ? above with { Figure = below.Figure }
            : above with { Denominator = below.Numerator, Figure = Quotient(of, above.Numerator, below.Numerator, over, each) };
    }

    /// <summary>
    /// Counted events over an exposure have an exact interval; a sum of pounds or days has none, for it was added up and
    /// not drawn.
    /// </summary>
    private static Figure Quotient(Measure of, decimal above, decimal below, Measure over, long each)
    {
        if (below <= 0)
        {
            return new Figure.NotApplicable($"There are no {over.Unit.Plural()} here to divide by.");
        }

        var value = (double)(above / below) * each;
        if (of.Formula is Formula.Count { Amount.Length: 0, Distinct.Length: 0 } && above >= 0
            && Rate.Of((long)above, (double)below, each) is Estimate.Known known)
        {
            return new Figure.Known(value, known.Interval.Lower, known.Interval.Upper);
        }

        return new Figure.Known(value, value, value);
    }

    /// <summary>The shortest run of the dataset's periods that holds the period asked about: a year's population answers
    /// for each of its months.</summary>
    private static Period Widened(Period period, int months)
    {
        if (period.Months % months == 0 && (period.Start.Month - 1) % months == 0)
        {
            return period;
        }

        var start = new DateOnly(period.Start.Year, (((period.Start.Month - 1) / months) * months) + 1, 1);
        var last = period.End.AddDays(-1);
        var end = new DateOnly(last.Year, (((last.Month - 1) / months) * months) + 1, 1).AddMonths(months - 1);
        return Period.Between(Period.MonthOf(start), Period.MonthOf(end));
    }
}
