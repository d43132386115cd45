using Candour.Kernel;

namespace Candour.Definitions.Reading;

/// <summary>Reads <c>datasets/*.yaml</c>.</summary>
internal static class DatasetReader
{
    internal static Dictionary<string, RowKind> RowKinds { get; } = new()
    {
        ["case"] = RowKind.Case, ["aggregate"] = RowKind.Aggregate, ["estimate"] = RowKind.Estimate,
    };

    internal static Dictionary<string, FieldType> FieldTypes { get; } = new()
    {
        ["area"] = FieldType.Area,
        ["code"] = FieldType.Code,
        ["period"] = FieldType.Period,
        ["date"] = FieldType.Date,
        ["count"] = FieldType.Count,
        ["number"] = FieldType.Number,
        ["sampling weight"] = FieldType.SamplingWeight,
        ["identifier"] = FieldType.Identifier,
    };

    internal static Dictionary<string, OverTime> OverTimes { get; } = new()
    {
        ["sum"] = OverTime.Sum, ["last"] = OverTime.Last, ["mean"] = OverTime.Mean,
    };

    internal static Dictionary<string, ReportingCycle> Cycles { get; } = new()
    {
        ["month"] = ReportingCycle.Month, ["quarter"] = ReportingCycle.Quarter, ["half"] = ReportingCycle.Half,
        ["financial year"] = ReportingCycle.FinancialYear, ["calendar year"] = ReportingCycle.CalendarYear,
    };

    internal static Dictionary<string, CountingUnit> Units { get; } =
        CountingUnits.All.ToDictionary(unit => unit.Code());

    public static Dataset? Read(
        Entry root, IReadOnlyDictionary<string, CodeList> codeLists, IReadOnlyDictionary<string, AreaHierarchy> hierarchies)
    {
        var rows = root.Choice("rows", RowKinds);
        var fields = root.Section("fields")?.Pairs().Select(pair => Field(pair.Key, pair.Value, codeLists)).ToList() ?? [];
        var dataset = new Dataset
        {
            Id = root.Text("id"),
            Title = root.Text("title"),
            Map = root.Numbers("map"),
            Rows = rows,
            Unit = root.Choice("unit", Units),
            Hierarchy = root.Text("hierarchy"),
            AlsoBy = root.Texts("also_by"),
            IsRegister = root.Flag("register"),
            Months = root.Number("months"),
            Fields = [.. fields.DistinctBy(field => field.Id)],
            Key = root.Texts("key", required: true),
            Bases = root.Section("bases")?.Pairs().Select(pair => Basis(pair.Key, pair.Value, fields, rows)).ToList() ?? [],
            Sampling = root.SectionOrAbsent("sampling") is { } sampling ? Sampling(sampling, fields) : null,
            DateOrders = root.TextLists("date_order"),
            Within = [.. root.SectionOrAbsent("within")?.Pairs()
                .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Scalar(pair.Key))) ?? []],
            RetentionMonths = root.Number("retention", 0),
            Reporting = root.SectionOrAbsent("reporting") is { } reporting ? Reporting(reporting) : null,
            Notes = root.Texts("notes"),
        };
        root.NothingElse();
        CheckHierarchies(root, dataset, hierarchies);
        if (dataset.RetentionMonths < 0)
        {
            root.At("retention").Problem("'retention' is how many months after its period a row is erased: 1 or more.");
        }

        if (dataset.Reporting is { } calendar)
        {
            CheckReporting(root.At("reporting"), dataset, calendar, hierarchies);
        }

        if (dataset.Months is not (1 or 3 or 12))
        {
            root.At("months").Problem("'months' is the length of the shortest period: 1, 3 or 12.");
        }

        foreach (var unknown in dataset.Key.Where(name => fields.TrueForAll(field => field.Id != name)))
        {
            root.At("key").Problem($"The key names '{unknown}', which is not a field here.");
        }

        foreach (var unknown in dataset.DateOrders.SelectMany(order => order).Where(name => dataset.FieldNamed(name)?.Type != FieldType.Date))
        {
            root.At("date_order").Problem($"'{unknown}' is not a date field here.");
        }

        foreach (var (inner, outer) in dataset.Within.Where(
            pair => dataset.FieldNamed(pair.Key)?.Type != FieldType.Code || dataset.FieldNamed(pair.Value) is null))
        {
            root.At("within").Problem($"'{inner}: {outer}' must name a code field and the field that holds its group.");
        }

        if (fields.Count(field => field.Type == FieldType.Area) != 1)
        {
            root.At("fields").Problem("A dataset has exactly one field of type area.");
            return null;
        }

        if (dataset.Bases.Count == 0)
        {
            root.At("bases").Problem("A dataset has at least one cohort basis.");
            return null;
        }

        if (dataset.Sampling is null && fields.Exists(field => field.Type == FieldType.SamplingWeight))
        {
            root.At("fields").Problem("A sampling weight says how its rows were drawn: add 'sampling'.");
        }

        return dataset;
    }

    private static Reporting Reporting(Entry entry)
    {
        var reporting = new Reporting(
            entry.Choice("every", Cycles), entry.Text("agreed_by"), entry.Number("data_days"), entry.Number("agree_days"),
            entry.Number("freeze_days"));
        entry.NothingElse();
        return reporting;
    }

    private static void CheckReporting(
        Entry entry, Dataset dataset, Reporting reporting, IReadOnlyDictionary<string, AreaHierarchy> hierarchies)
    {
        if (reporting.Months % Math.Max(dataset.Months, 1) != 0)
        {
            entry.Problem($"A period of 'reporting' holds whole periods of the dataset, whose shortest is {dataset.Months} months.");
        }

        if (hierarchies.TryGetValue(dataset.Hierarchy, out var own) && !own.Levels.Contains(reporting.Level))
        {
            entry.Problem($"'agreed_by' is a level of '{own.Id}' ({string.Join(", ", own.Levels)}); '{reporting.Level}' is none.");
        }

        if (reporting.DataDays < 0 || reporting.AgreeDays < reporting.DataDays || reporting.FreezeDays < reporting.AgreeDays)
        {
            entry.Problem("The days of 'reporting' come in this order: data_days, agree_days, freeze_days.");
        }
    }

    private static void CheckHierarchies(Entry root, Dataset dataset, IReadOnlyDictionary<string, AreaHierarchy> hierarchies)
    {
        if (!hierarchies.TryGetValue(dataset.Hierarchy, out var own))
        {
            root.At("hierarchy").Problem($"There is no hierarchy '{dataset.Hierarchy}'.");
            return;
        }

        var lowest = own.Lowest.Select(area => area.Id).ToHashSet();
        foreach (var id in dataset.AlsoBy)
        {
            if (!hierarchies.TryGetValue(id, out var other))
            {
                root.At("also_by").Problem($"There is no hierarchy '{id}'.");
            }
            else if (!lowest.SetEquals(other.Lowest.Select(area => area.Id)))
            {
                root.At("also_by").Problem(
                    $"The lowest areas of '{id}' are not those of '{dataset.Hierarchy}', so the same rows cannot be read by both.");
            }
        }
    }

    private static Field Field(string id, Entry entry, IReadOnlyDictionary<string, CodeList> codeLists)
    {
        var type = entry.Choice("type", FieldTypes);
        var field = new Field(
            id,
            entry.Text("title"),
            type,
            entry.TextOrEmpty("codes"),
            entry.TextOrEmpty("namespace"),
            entry.Flag("required"),
            entry.Flag("negative"),
            type == FieldType.SamplingWeight ? Definitions.Field.WeightDecimals : entry.Number("decimals", 0))
        {
            AtLeast = entry.Has("at_least") ? entry.Number("at_least") : long.MinValue,
            AtMost = entry.Has("at_most") ? entry.Number("at_most") : long.MaxValue,
            IsPast = entry.Flag("past"),
            Pattern = entry.TextOrEmpty("pattern"),
        };
        entry.NothingElse();
        if (type != FieldType.Number && (entry.Has("at_least") || entry.Has("at_most")))
        {
            entry.Problem("Only a number has 'at_least' and 'at_most'.");
        }

        if ((type != FieldType.Date && field.IsPast) || (type != FieldType.Identifier && field.Pattern.Length > 0))
        {
            entry.Problem("Only a date is 'past', and only an identifier has a 'pattern'.");
        }

        if (field.Type == FieldType.Code && !codeLists.ContainsKey(field.CodeList))
        {
            entry.At("codes").Problem($"A code field names its code list in 'codes'; there is no list '{field.CodeList}'.");
        }

        if (field.Type == FieldType.Identifier && field.Namespace.Length == 0)
        {
            entry.Problem("An identifier names its namespace (crime, case, suspect, victim, defendant).");
        }

        if (field.Decimals is < 0 or > 6 || (field.Decimals > 0 && type is not (FieldType.Number or FieldType.SamplingWeight)))
        {
            entry.At("decimals").Problem("Only a number has decimals, from 0 to 6.");
        }

        return field;
    }

    private static CohortBasis Basis(string id, Entry entry, List<Field> fields, RowKind rows)
    {
        var basis = new CohortBasis(
            id,
            entry.Text("title"),
            entry.Text("period"),
            entry.TextOrEmpty("weight"),
            entry.Number("settles_after_months", 0),
            entry.Choice("over_time", OverTimes, OverTime.Sum))
        {
            KnownAtOnce = entry.Texts("known_at_once"),
        };
        entry.NothingElse();
        foreach (var unknown in basis.KnownAtOnce.Where(name => !fields.Exists(field => field.Id == name)))
        {
            entry.At("known_at_once").Problem($"'{unknown}' is not a field here.");
        }

        if (basis.KnownAtOnce.Count > 0 && basis.SettlesAfterMonths == 0)
        {
            entry.At("known_at_once").Problem("Only a basis that settles ('settles_after_months') says what is known at once.");
        }

        if (!fields.Exists(f => f.Id == basis.PeriodField && f.Type is FieldType.Period or FieldType.Date))
        {
            entry.At("period").Problem($"The basis '{id}' needs a period or date field; '{basis.PeriodField}' is none.");
        }

        var weighed = fields.Exists(f => f.Id == basis.WeightField && f.Type == FieldType.Count);
        if (rows == RowKind.Aggregate ? !weighed : basis.WeightField.Length > 0)
        {
            entry.At("weight").Problem(rows == RowKind.Aggregate
                ? $"Aggregate rows are weighed: the basis '{id}' names a count field in 'weight'."
                : $"Case rows count 1 each: the basis '{id}' names no 'weight'.");
        }

        return basis;
    }

    private static Sampling Sampling(Entry entry, List<Field> fields)
    {
        var sampling = new Sampling(
            entry.Text("weight"), entry.TextOrEmpty("stratum"), entry.TextOrEmpty("cluster"), entry.Text("method"),
            entry.TextOrEmpty("announced"));
        entry.NothingElse();
        if (!fields.Exists(field => field.Id == sampling.Weight && field.Type == FieldType.SamplingWeight))
        {
            entry.At("weight").Problem($"'{sampling.Weight}' is not a field of type sampling weight; a count weight is another thing.");
        }

        foreach (var key in new[] { "stratum", "cluster", "method", "announced" })
        {
            var named = entry.TextOrEmpty(key);
            if (named.Length > 0 && !fields.Exists(field => field.Id == named))
            {
                entry.At(key).Problem($"'{named}' is not a field here.");
            }
        }

        return sampling;
    }
}
