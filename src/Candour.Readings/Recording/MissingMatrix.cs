using Candour.Definitions;
using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Recording;

/// <summary>
/// Why a field says nothing. Not recorded, not known, refused and not applicable call for different people, and none of them is a
/// zero; that a source does not hold a field at all is told apart from an empty cell.
/// </summary>
public enum MissingKind
{
    /// <summary>The source does not hold the field at all.</summary>
    NotHeld,

    /// <summary>The cell is empty, and should say something.</summary>
    NotRecorded,

    /// <summary>Somebody was asked, and the answer is not known.</summary>
    NotKnown,

    /// <summary>Somebody was asked, and would not say.</summary>
    Refused,

    /// <summary>The case does not need it: no check asks for it of such a case, or its day may not have come yet.</summary>
    NotApplicable,
}

/// <summary>One field in one area and month.</summary>
/// <param name="Field">The field.</param>
/// <param name="Area">The area's code.</param>
/// <param name="Period">The month, or the shortest period that the rows can tell.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Missing">How many of them say nothing, by why; kinds that do not occur are left out.</param>
public sealed record MissingCell(Field Field, string Area, Period Period, long Rows, IReadOnlyDictionary<MissingKind, long> Missing)
{
    /// <summary>Rows that should say something: all to which the field applies.</summary>
    public long Due => Rows - Missing.GetValueOrDefault(MissingKind.NotApplicable);

    /// <summary>How many of the due say something, with the interval of their share.</summary>
    public Figure Complete => EstimateFigure.Share(new ShareCount(Rows - Missing.Values.Sum(), Due));
}

/// <summary>
/// The missing data of a dataset by field, area and month, computed from the definitions alone: every field that is not part of the
/// key. A group of codes called <c>not-answered</c> holds the answers that are none, with <c>prefer-not-to-say</c> for those who would
/// not. A field that a check asks for of some rows is needed by those rows only; a day that others come before in
/// <c>date_order</c>, or in a check of the order of days, may not have come yet.
/// </summary>
/// <param name="Cells">In the order of the fields, areas and periods.</param>
public sealed record MissingMatrix(IReadOnlyList<MissingCell> Cells)
{
    /// <summary>Every kind, in the order in which tables show them.</summary>
    public static IReadOnlyList<MissingKind> Kinds { get; } =
        [MissingKind.NotRecorded, MissingKind.NotKnown, MissingKind.Refused, MissingKind.NotApplicable, MissingKind.NotHeld];

    /// <summary>Counts the rows of one submission, or of several of one mapping.</summary>
    public static MissingMatrix Of(IEnumerable<MappedRow> rows, Mapping mapping, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(catalogue);
        var dataset = catalogue.Datasets[mapping.Dataset];
        var fields = FieldsOf(dataset, mapping, catalogue);
        var (area, period) = (dataset.IndexOf(dataset.AreaField.Id), dataset.IndexOf(dataset.Bases[0].PeriodField));
        var periods = new Dictionary<string, Period>(StringComparer.Ordinal);
        var counts = new Dictionary<(string Area, Period Period), Counted>();
        foreach (var row in rows.Where(row => row.Values[period].Length > 0))
        {
            if (!periods.TryGetValue(row.Values[period], out var when))
            {
                periods[row.Values[period]] = when = Periods.Of(row.Values[period], dataset);
            }

            var key = (row.Values[area], when);
            if (!counts.TryGetValue(key, out var counted))
            {
                counts[key] = counted = new Counted(fields.Count);
            }

            counted.Rows++;
            for (var i = 0; i < fields.Count; i++)
            {
                if (fields[i].WhyMissing(row.Values) is { } kind)
                {
                    counted.Missing[i][(int)kind]++;
                }
            }
        }

        var ordered = counts.OrderBy(pair => pair.Key.Area, StringComparer.Ordinal).ThenBy(pair => pair.Key.Period).ToList();
        return new MissingMatrix(
        [
            .. fields.SelectMany((field, i) => ordered.Select(pair => new MissingCell(
                field.Field, pair.Key.Area, pair.Key.Period, pair.Value.Rows,
                Kinds.Where(kind => pair.Value.Missing[i][(int)kind] > 0).ToDictionary(kind => kind, kind => pair.Value.Missing[i][(int)kind])))),
        ]);
    }

    private static List<FieldThatMayMiss> FieldsOf(Dataset dataset, Mapping mapping, Catalogue catalogue)
    {
        var (held, needs) = (mapping.FieldsFilled.ToHashSet(StringComparer.Ordinal), NeedsOf(dataset, catalogue));
        var later = dataset.DateOrders
            .Concat(catalogue.Checks.Values.Where(check => check.Dataset == dataset.Id).Select(check => check.Rule).OfType<CheckRule.Order>()
                .Select(order => order.Dates))
            .SelectMany(order => order.Skip(1)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. dataset.Fields.Where(field => !dataset.Key.Contains(field.Id)).Select(field => new FieldThatMayMiss(
                field, dataset.IndexOf(field.Id), AnswersOf(field, catalogue), held.Contains(field.Id), needs.GetValueOrDefault(field.Id), later.Contains(field.Id))),
        ];
    }

    /// <summary>The codes of a field that say nothing, each with why.</summary>
    private static Dictionary<string, MissingKind> AnswersOf(Field field, Catalogue catalogue)
    {
        if (field.Type != FieldType.Code)
        {
            return [];
        }

        var list = catalogue.CodeLists[field.CodeList];
        var refused = list.Expand(CodeList.Refused).ToHashSet(StringComparer.Ordinal);
        var notApplicable = list.Expand(CodeList.NotApplicable).ToHashSet(StringComparer.Ordinal);
        // A list may keep all three in one group.
        return list.Expand(CodeList.NotAnswered).Concat(notApplicable).Distinct(StringComparer.Ordinal).ToDictionary(
            code => code,
            code => notApplicable.Contains(code) ? MissingKind.NotApplicable : refused.Contains(code) ? MissingKind.Refused : MissingKind.NotKnown,
            StringComparer.Ordinal);
    }

    /// <summary>For each field that only some rows need, the conditions on which a check asks for it.</summary>
    private static Dictionary<string, List<RowCondition>> NeedsOf(Dataset dataset, Catalogue catalogue) =>
        catalogue.Checks.Values.Where(check => check.Dataset == dataset.Id).SelectMany(check => check.Needs)
            .GroupBy(need => need.Field, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Select(need => new RowCondition(need.When, dataset, catalogue)).ToList(), StringComparer.Ordinal);

    /// <summary>Several matrices of one dataset, as if their rows were one file.</summary>
    public static MissingMatrix Together(IEnumerable<MissingMatrix> matrices)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        return new MissingMatrix(
        [
            .. matrices.SelectMany(matrix => matrix.Cells).GroupBy(cell => (cell.Field, cell.Area, cell.Period)).Select(same => new MissingCell(
                same.Key.Field, same.Key.Area, same.Key.Period, same.Sum(cell => cell.Rows),
                same.SelectMany(cell => cell.Missing).GroupBy(pair => pair.Key).ToDictionary(kind => kind.Key, kind => kind.Sum(pair => pair.Value)))),
        ]);
    }

    /// <summary>What is missing of what is due in some cells.</summary>
    public static ShareCount MissingOf(IEnumerable<MissingCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var (missing, due) = (0L, 0L);
        foreach (var cell in cells)
        {
            missing += cell.Missing.Where(pair => pair.Key != MissingKind.NotApplicable).Sum(pair => pair.Value);
            due += cell.Due;
        }

        return new ShareCount(missing, due);
    }

    /// <summary>Each field over all areas and periods, as what is missing of what is due.</summary>
    public CompletenessReading ByField() => new(
    [
        .. Cells.GroupBy(cell => cell.Field.Id).Select(cells => new NamedShare(cells.First().Field.Title, MissingOf(cells))),
    ]);

    /// <summary>How many cells of the rows are missing for each reason.</summary>
    public IReadOnlyDictionary<MissingKind, long> ByKind() => Cells.SelectMany(cell => cell.Missing)
        .GroupBy(pair => pair.Key).ToDictionary(same => same.Key, same => same.Sum(pair => pair.Value));

    public string Sentence
    {
        get
        {
            var kinds = ByKind();
            return Cells.Count == 0 ? "Not enough data: there are no rows whose fields could be missing."
                : $"{ByField().Sentence} Of what is missing, {Count(MissingKind.NotRecorded)} values were not recorded, {Count(MissingKind.NotKnown)} were asked "
                    + $"for and are not known, {Count(MissingKind.Refused)} were refused, {Count(MissingKind.NotApplicable)} do not apply to their case, or not yet, "
                    + $"and {Count(MissingKind.NotHeld)} are in fields that the source does not hold.";

            string Count(MissingKind kind) => NumberText.Count(kinds.GetValueOrDefault(kind));
        }
    }

    /// <summary>What is counted of one area and period.</summary>
    private sealed class Counted(int fields)
    {
        public long Rows { get; set; }

        /// <summary>By field and kind.</summary>
        public long[][] Missing { get; } = [.. Enumerable.Range(0, fields).Select(_ => new long[Kinds.Count])];
    }

    /// <summary>A field, and how it is told why it says nothing.</summary>
    /// <param name="Field">The field.</param>
    /// <param name="Index">Where it stands in a row.</param>
    /// <param name="Answers">The codes that say nothing, each with why.</param>
    /// <param name="IsHeld">Whether the source holds it.</param>
    /// <param name="Needs">Where only some rows need it, on which conditions a check asks for it.</param>
    /// <param name="IsLater">Whether its day may not have come yet.</param>
    private sealed record FieldThatMayMiss(
        Field Field, int Index, Dictionary<string, MissingKind> Answers, bool IsHeld, List<RowCondition>? Needs, bool IsLater)
    {
        public MissingKind? WhyMissing(string[] values)
        {
            var value = values[Index];
            return value.Length > 0 ? Answers.Count > 0 && Answers.TryGetValue(value, out var answer) ? answer : null
                : !IsHeld ? MissingKind.NotHeld
                : Needs is not null
                    ? Needs.Exists(condition => condition.Decide(values) == Verdict.Yes) ? MissingKind.NotRecorded : MissingKind.NotApplicable
                : IsLater ? MissingKind.NotApplicable
                : MissingKind.NotRecorded;
        }
    }
}
