using Candour.Kernel;

namespace Candour.Definitions.Reading;

/// <summary>Reads <c>datasets/*.yaml</c>.</summary>
internal static class DatasetReader
{
    private static readonly Dictionary<string, RowKind> RowKinds =
        new() { ["case"] = RowKind.Case, ["aggregate"] = RowKind.Aggregate };

    private static readonly Dictionary<string, FieldType> FieldTypes = new()
    {
        ["area"] = FieldType.Area,
        ["code"] = FieldType.Code,
        ["period"] = FieldType.Period,
        ["date"] = FieldType.Date,
        ["count"] = FieldType.Count,
        ["identifier"] = FieldType.Identifier,
    };

    internal static Dictionary<string, CountingUnit> Units { get; } =
        CountingUnits.All.ToDictionary(unit => unit.Code());

    public static Dataset? Read(
        Entry root, IReadOnlyDictionary<string, CodeList> codeLists, IReadOnlyDictionary<string, AreaHierarchy> hierarchies)
    {
        var id = root.Text("id");
        var title = root.Text("title");
        var rows = root.Choice("rows", RowKinds);
        var unit = root.Choice("unit", Units);
        var hierarchy = root.Text("hierarchy");
        var months = root.Number("months");
        var fields = root.Section("fields")?.Pairs().Select(pair => Field(pair.Key, pair.Value, codeLists)).ToList() ?? [];
        var key = root.Texts("key", required: true);
        var bases = root.Section("bases")?.Pairs().Select(pair => Basis(pair.Key, pair.Value, fields, rows)).ToList() ?? [];
        var notes = root.Texts("notes");
        root.NothingElse();
        if (!hierarchies.ContainsKey(hierarchy))
        {
            root.Problem($"There is no hierarchy '{hierarchy}'.");
        }

        if (months is not (1 or 3))
        {
            root.Problem("'months' is the length of the shortest period: 1 or 3.");
        }

        foreach (var unknown in key.Where(name => fields.TrueForAll(field => field.Id != name)))
        {
            root.Problem($"The key names '{unknown}', which is not a field here.");
        }

        if (fields.Count(field => field.Type == FieldType.Area) != 1)
        {
            root.Problem("A dataset has exactly one field of type area.");
            return null;
        }

        if (bases.Count == 0)
        {
            root.Problem("A dataset has at least one cohort basis.");
            return null;
        }

        return new Dataset(id, title, rows, unit, hierarchy, months, fields, key, bases, notes);
    }

    private static Field Field(string id, Entry entry, IReadOnlyDictionary<string, CodeList> codeLists)
    {
        var field = new Field(
            id,
            entry.Text("title"),
            entry.Choice("type", FieldTypes),
            entry.TextOrEmpty("codes"),
            entry.TextOrEmpty("namespace"),
            entry.Flag("required"),
            entry.Flag("negative"));
        entry.NothingElse();
        if (field.Type == FieldType.Code && !codeLists.ContainsKey(field.CodeList))
        {
            entry.Problem($"A code field names its code list in 'codes'; there is no list '{field.CodeList}'.");
        }

        if (field.Type == FieldType.Identifier && field.Namespace.Length == 0)
        {
            entry.Problem("An identifier names its namespace (crime, case, suspect, victim, defendant).");
        }

        return field;
    }

    private static CohortBasis Basis(string id, Entry entry, List<Field> fields, RowKind rows)
    {
        var basis = new CohortBasis(
            id, entry.Text("title"), entry.Text("period"), entry.TextOrEmpty("weight"), entry.Number("settles_after_months", 0));
        entry.NothingElse();
        if (!fields.Exists(f => f.Id == basis.PeriodField && f.Type is FieldType.Period or FieldType.Date))
        {
            entry.Problem($"The basis '{id}' needs a period or date field; '{basis.PeriodField}' is none.");
        }

        var weighed = fields.Exists(f => f.Id == basis.WeightField && f.Type == FieldType.Count);
        if (rows == RowKind.Aggregate ? !weighed : basis.WeightField.Length > 0)
        {
            entry.Problem(rows == RowKind.Aggregate
                ? $"Aggregate rows are weighed: the basis '{id}' names a count field in 'weight'."
                : $"Case rows count 1 each: the basis '{id}' names no 'weight'.");
        }

        return basis;
    }
}
