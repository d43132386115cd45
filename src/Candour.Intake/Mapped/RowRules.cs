using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Intake.Mapped;

/// <summary>What the fields of one row must be to each other: dates in order, a unit in its area.</summary>
internal sealed class RowRules(Dataset dataset, Catalogue catalogue)
{
    private readonly List<int[]> orders = [.. dataset.DateOrders.Select(order => order.Select(dataset.IndexOf).ToArray())];

    public IEnumerable<Finding> Findings(string[] values, long line, Header header)
    {
        foreach (var order in orders)
        {
            var before = -1;
            foreach (var index in order.Where(index => values[index].Length > 0))
            {
                // Days are written yyyy-mm-dd, so their order is that of their texts.
                if (before >= 0 && string.CompareOrdinal(values[index], values[before]) < 0)
                {
                    yield return FieldReader.Error(
                        "DATE_ORDER", line, NameOf(dataset.Fields[index].Id, header), "",
                        $"'{dataset.Fields[index].Title}' ({values[index]}) lies before '{dataset.Fields[before].Title}' ({values[before]}): one of them is wrong.");
                    break;
                }

                before = index;
            }
        }

        foreach (var (inner, outer) in dataset.Within)
        {
            var (code, group) = (values[dataset.IndexOf(inner)], values[dataset.IndexOf(outer)]);
            if (code.Length > 0 && group.Length > 0 && catalogue.CodesOf(dataset, inner)[code].Group != group)
            {
                yield return FieldReader.Error(
                    "CODE_UNKNOWN", line, NameOf(inner, header), code,
                    $"'{dataset.FieldNamed(inner)!.Title}' is none of '{dataset.FieldNamed(outer)!.Title}' {group}: one of them is wrong.");
            }
        }
    }

    private static string NameOf(string field, Header header) =>
        header.Cells.TryGetValue(field, out var index) ? header.Names[index] : field;
}
