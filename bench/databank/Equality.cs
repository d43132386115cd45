using System.Globalization;
using Candour.Databank.Native;
using Candour.Databank.Sql;

namespace Candour.Bench;

/// <summary>Every cell of every breakdown at the lowest level, against a database: counters, quantiles and distinct counts.</summary>
internal static class Equality
{
    /// <summary>Compares, and gives how many values were compared.</summary>
    /// <exception cref="InvalidOperationException">A value differs, or a cell is missing on one side; names the first.</exception>
    public static long Compare(Nation nation, NationStates mine, ICompetitor database)
    {
        var compared = 0L;
        foreach (var query in FinishedQuery.For(nation.Plan, nation.Catalogue, database.Dialect, "rows"))
        {
            var cells = Cells(nation, mine, query);
            var keys = 2 + query.Breakdown.Fields.Count;
            var starts = mine.Axes.Periods.Select(period => Day(period.Start)).ToHashSet();
            foreach (var row in database.Read(query.Text).Where(row => starts.Contains(row[1])))
            {
                var name = string.Join('|', row.Take(keys));
                var values = row.Skip(keys).Select(text => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
                if (!cells.Remove(name, out var own) || !own.Zip(values).All(pair => pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) < 1e-9))
                {
                    throw new InvalidOperationException($"{query.Basis.Basis.Id} by {query.Breakdown}: {name} differs.");
                }

                compared += values.Length;
            }

            if (cells.Count > 0)
            {
                throw new InvalidOperationException($"{query.Basis.Basis.Id} by {query.Breakdown}: the database has not {cells.Count} of the cells.");
            }
        }

        return compared;
    }

    private static Dictionary<string, double[]> Cells(Nation nation, NationStates mine, FinishedQuery query)
    {
        var b = nation.Plan.Bases.ToList().FindIndex(one => one.Basis.Id == query.Basis.Basis.Id);
        var basis = nation.Plan.Bases[b];
        var at = basis.Breakdowns.ToList().IndexOf(query.Breakdown);
        var cells = new Dictionary<string, double[]>();
        for (var node = 0; node < mine.LowestCount; node++)
        {
            var states = mine.States[node][b];
            var block = states.Counters[at];
            var order = query.Counters.Select(counter => block.Counters.ToList().IndexOf(counter)).ToArray();
            var quantiles = query.Quantiles.Select(pair => (
                Block: states.Quantiles[pair.Days][basis.Days[pair.Days].Breakdowns.ToList().IndexOf(query.Breakdown)], pair.Quantile)).ToList();
            var distinct = query.Distinct.Select(one => states.Distinct[one][basis.Distinct[one].Breakdowns.ToList().IndexOf(query.Breakdown)]).ToList();
            for (var i = 0; i < block.Cells.Length; i++)
            {
                var cell = block.Cells[i];
                var (period, codes) = mine.Axes.Name(cell, query.Breakdown);
                cells[string.Join('|', codes.Prepend(Day(mine.Axes.Periods[period].Start)).Prepend(mine.Nodes[node].Name))] =
                [
                    .. order.Select(k => (double)block.Values[(i * block.Counters.Count) + k]),
                    .. quantiles.Select(one => Array.BinarySearch(one.Block.Cells, cell) is >= 0 and var found
                        ? one.Block.Values[(found * one.Block.Quantiles.Count) + one.Block.Quantiles.ToList().IndexOf(one.Quantile)] : double.NaN),
                    .. distinct.Select(one => Array.BinarySearch(one.Cells, cell) is >= 0 and var found ? one.Values[found] : 0.0),
                ];
            }
        }

        return cells;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
