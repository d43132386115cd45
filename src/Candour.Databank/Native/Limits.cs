using Candour.Databank.Columns;
using Candour.Databank.Planning;
using Candour.Kernel;

namespace Candour.Databank.Native;

/// <summary>What would not fit, said before anything is computed. No limit is silent.</summary>
internal static class Limits
{
    /// <summary>So many lanes of one breakdown and area that their cells still are one array.</summary>
    private const long LanesAtMost = 1L << 30;

    public static Refusal? Of(DatasetPlan plan, EncodedColumns columns, CellAxes axes)
    {
        foreach (var basis in plan.Bases)
        {
            foreach (var breakdown in basis.Breakdowns)
            {
                var cells = breakdown.Fields.Aggregate(
                    (Int128)axes.Periods.Count, (product, field) => product * axes.Codes[field].Count);
                if (cells * (basis.Counters.Count + BoundBasis.LanesTogether) > LanesAtMost)
                {
                    return new CellsTooMany(breakdown.ToString(), plan.Dataset.Id);
                }
            }
        }

        return plan.Bases.SelectMany(basis => basis.Counters.Select(counter => (counter.Weighs, Most: long.MaxValue))
                // What is decided or open on one day is kept in fewer bytes.
                .Concat(basis.Days.Select(days => (days.Weighs, Most: (long)int.MaxValue))))
            .Where(one => one.Weighs is not Weighing.Rows).Distinct()
            .Where(one => Whole(columns, one.Weighs.Field) > one.Most)
            .Select(one => new SumTooLarge(one.Weighs.Field, plan.Dataset.Id)).FirstOrDefault();
    }

    /// <summary>The sum of all values without their signs: no sum of some of them is larger.</summary>
    private static Int128 Whole(EncodedColumns columns, string field)
    {
        var values = columns.Numbers(field);
        var column = columns[field].Codes;
        Int128 sum = 0;
        for (var row = 0; row < column.Count; row++)
        {
            sum += Int128.Abs(values[column[row]]);
        }

        return sum;
    }
}
