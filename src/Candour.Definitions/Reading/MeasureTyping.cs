using Candour.Kernel;

namespace Candour.Definitions.Reading;

/// <summary>
/// Type-checks a measure against each dataset it names: fields, codes, counting unit, cohort basis, breakdowns.
/// A measure that passes cannot divide what does not belong together.
/// </summary>
internal static class MeasureTyping
{
    public static void Check(
        Entry root,
        Measure measure,
        IReadOnlyDictionary<string, Dataset> datasets,
        IReadOnlyDictionary<string, CodeList> codeLists)
    {
        foreach (var name in measure.Datasets)
        {
            if (datasets.TryGetValue(name, out var dataset))
            {
                Check(root, measure, dataset, codeLists);
            }
            else
            {
                root.Problem($"There is no dataset '{name}'.");
            }
        }

        CheckExample(root, measure, datasets, codeLists);
    }

    private static void Check(
        Entry root, Measure measure, Dataset dataset, IReadOnlyDictionary<string, CodeList> codeLists)
    {
        if (dataset.Unit != measure.Unit)
        {
            root.Problem(
                $"The measure counts {measure.Unit.Plural()} but a row of '{dataset.Id}' is one {dataset.Unit.Code()}: "
                + "a figure cannot mix counting units.");
        }

        if (dataset.BasisNamed(measure.Basis) is null)
        {
            root.Problem(
                $"The dataset '{dataset.Id}' has no cohort basis '{measure.Basis}'; it has "
                + $"{string.Join(", ", dataset.Bases.Select(basis => basis.Id))}.");
        }

        foreach (var test in measure.Population.And(measure.Numerator).Tests)
        {
            CheckTest(root, test, dataset, codeLists);
        }

        foreach (var breakdown in measure.Breakdowns.Where(id => dataset.FieldNamed(id)?.Type != FieldType.Code))
        {
            root.Problem($"'{breakdown}' is not a code field of '{dataset.Id}': nothing else can be a breakdown.");
        }

        foreach (var test in measure.Numerator.Tests.Where(test => measure.Breakdowns.Contains(test.Field)))
        {
            root.Problem($"A share whose numerator tests '{test.Field}' cannot be broken down by it.");
        }

        foreach (var day in measure.Days is { } days ? new[] { days.From, days.To, days.OpenUntil } : [])
        {
            if (dataset.FieldNamed(day)?.Type != FieldType.Date)
            {
                root.Problem($"'{day}' is not a date field of '{dataset.Id}'.");
            }
        }

        if (measure.Days is not null && dataset.Rows != RowKind.Case)
        {
            root.Problem($"Days are taken between dates of one case; the rows of '{dataset.Id}' are counts.");
        }
    }

    private static void CheckTest(
        Entry root, FieldTest test, Dataset dataset, IReadOnlyDictionary<string, CodeList> codeLists)
    {
        var field = dataset.FieldNamed(test.Field);
        if (field is null || field.Type is FieldType.Area or FieldType.Period or FieldType.Count)
        {
            root.Problem(
                $"'{test.Field}' is not a field of '{dataset.Id}' that can be tested; those are "
                + $"{string.Join(", ", dataset.Fields.Where(Testable).Select(f => f.Id))}.");
            return;
        }

        if (test.Kind == TestKind.OneOf && field.Type != FieldType.Code)
        {
            root.Problem($"'{test.Field}' holds no codes: it can only be missing or recorded.");
            return;
        }

        if (test.Kind == TestKind.OneOf && codeLists.TryGetValue(field.CodeList, out var list))
        {
            foreach (var unknown in test.Codes.Where(code => list.Expand(code).Count == 0))
            {
                root.Problem($"'{unknown}' is neither a code nor a group of the code list '{list.Id}'.");
            }
        }

        static bool Testable(Field field) => field.Type is FieldType.Code or FieldType.Date or FieldType.Identifier;
    }

    private static void CheckExample(
        Entry root,
        Measure measure,
        IReadOnlyDictionary<string, Dataset> datasets,
        IReadOnlyDictionary<string, CodeList> codeLists)
    {
        if (!measure.Datasets.Contains(measure.Example.Dataset)
            || !datasets.TryGetValue(measure.Example.Dataset, out var dataset))
        {
            root.Problem("The example's dataset is not one of the measure's datasets.");
            return;
        }

        foreach (var (name, value) in measure.Example.Rows.SelectMany(row => row))
        {
            var field = dataset.FieldNamed(name);
            if (field is null)
            {
                root.Problem($"The example names '{name}', which is not a field of '{dataset.Id}'.");
            }
            else if (field.Type == FieldType.Code && !codeLists[field.CodeList].Has(value))
            {
                root.Problem($"The example's '{value}' is not a code of the list '{field.CodeList}'.");
            }
        }
    }
}
