using System.Globalization;
using Candour.Databank.Planning;

namespace Candour.Databank.Sql;

/// <summary>Names a cell of a basis and breakdown in the answers of a database.</summary>
/// <param name="Area">An area of the lowest level.</param>
/// <param name="Period">The first day of a shortest period.</param>
/// <param name="Codes">The codes of the breakdown, one a line; an empty line for missing.</param>
public readonly record struct StateKey(string Area, DateOnly Period, string Codes);

/// <summary>
/// The states that one or several databases answered, added up: counters are sums, days are sums by day, identifiers are
/// united. What comes out is the same however the rows were shared out, as long as no row is in two shards.
/// </summary>
public sealed class MergedStates
{
    private readonly Dictionary<(string Basis, string Breakdown), Dictionary<StateKey, long[]>> counters = [];
    private readonly Dictionary<(string Basis, string Breakdown, int At), Dictionary<StateKey, SortedDictionary<int, (long Events, long Censored)>>> days = [];
    private readonly Dictionary<(string Basis, string Breakdown, int At), Dictionary<StateKey, HashSet<string>>> identifiers = [];

    /// <summary>Takes the answer of one database to one query: its rows as texts, empty for null.</summary>
    public void Add(StateQuery query, IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(rows);
        var values = 2 + query.Breakdown.Fields.Count;
        var name = (query.Basis.Basis.Id, query.Breakdown.Name);
        foreach (var row in rows)
        {
            var key = new StateKey(
                row[0], DateOnly.ParseExact(row[1], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                string.Join('\n', row.Skip(2).Take(query.Breakdown.Fields.Count)));
            switch (query.Kind)
            {
                case StateQueryKind.Counters:
                    AddCounters(Under(counters, name), key, [.. row.Skip(values).Select(Number)]);
                    break;
                case StateQueryKind.Days:
                    AddDay(Under(days, (name.Id, name.Name, query.Of[0])), key, (int)Number(row[values]), Number(row[values + 1]), Number(row[values + 2]));
                    break;
                default:
                    var known = Under(identifiers, (name.Id, name.Name, query.Of[0]));
                    (known.TryGetValue(key, out var set) ? set : known[key] = []).Add(row[values]);
                    break;
            }
        }
    }

    /// <summary>The kept counters of each cell that any row reached, in the order of the query.</summary>
    public IReadOnlyDictionary<StateKey, long[]> Counters(string basis, Breakdown breakdown) => Found(counters, (basis, NameOf(breakdown)));

    /// <summary>Events and censorings by day of one day counter.</summary>
    public IReadOnlyDictionary<StateKey, SortedDictionary<int, (long Events, long Censored)>> Days(string basis, Breakdown breakdown, int at) =>
        Found(days, (basis, NameOf(breakdown), at));

    /// <summary>The different identifiers of one distinct counter.</summary>
    public IReadOnlyDictionary<StateKey, HashSet<string>> Identifiers(string basis, Breakdown breakdown, int at) =>
        Found(identifiers, (basis, NameOf(breakdown), at));

    private static void AddCounters(Dictionary<StateKey, long[]> cells, StateKey key, long[] values)
    {
        if (!cells.TryGetValue(key, out var sums))
        {
            cells[key] = values;
            return;
        }

        for (var at = 0; at < sums.Length; at++)
        {
            sums[at] += values[at];
        }
    }

    private static void AddDay(
        Dictionary<StateKey, SortedDictionary<int, (long Events, long Censored)>> cells, StateKey key, int day, long events, long censored)
    {
        var own = cells.TryGetValue(key, out var known) ? known : cells[key] = [];
        var before = own.GetValueOrDefault(day);
        own[day] = (before.Events + events, before.Censored + censored);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string NameOf(Breakdown breakdown)
    {
        ArgumentNullException.ThrowIfNull(breakdown);
        return breakdown.Name;
    }

    private static Dictionary<StateKey, TValue> Under<TName, TValue>(Dictionary<TName, Dictionary<StateKey, TValue>> all, TName name)
        where TName : notnull => all.TryGetValue(name, out var found) ? found : all[name] = [];

    private static Dictionary<StateKey, TValue> Found<TName, TValue>(Dictionary<TName, Dictionary<StateKey, TValue>> all, TName name)
        where TName : notnull => all.GetValueOrDefault(name, []);
}
