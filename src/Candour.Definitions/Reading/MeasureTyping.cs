using Candour.Kernel;

namespace Candour.Definitions.Reading;

/// <summary>
/// Type-checks a measure made of rows against each dataset it names: fields, codes, counting unit, cohort basis,
/// breakdowns. A measure that passes cannot divide what does not belong together.
/// </summary>
internal sealed class MeasureTyping(
    IReadOnlyDictionary<string, Dataset> datasets, IReadOnlyDictionary<string, CodeList> codeLists, Places places)
{
    private readonly ConditionTyping conditions = new(codeLists, places);

    public void Check(Entry root, Measure measure)
    {
        foreach (var name in measure.Datasets)
        {
            if (datasets.TryGetValue(name, out var dataset))
            {
                Check(root, measure, dataset);
            }
            else
            {
                root.At("datasets").Problem($"There is no dataset '{name}'.");
            }
        }

        CheckPairs(root, measure);
        CheckBalancing(root, measure);
        if (measure.IsMadeOfRows)
        {
            foreach (var example in measure.Examples)
            {
                new ExampleTyping(datasets, codeLists, places).Check(root, example, measure.Datasets);
            }
        }

        if (measure.Examples.Count == 0 && root.Has("examples"))
        {
            root.At("examples").Problem("A measure proves itself with at least one worked example.");
        }
    }

    private void Check(Entry root, Measure measure, Dataset dataset)
    {
        CheckUnit(root, measure, dataset);
        if (dataset.BasisNamed(measure.Basis) is null)
        {
            root.At("basis").Problem(
                $"The dataset '{dataset.Id}' has no cohort basis '{measure.Basis}'; it has "
                + $"{string.Join(", ", dataset.Bases.Select(basis => basis.Id))}.");
        }

        conditions.Check(root.At("population"), measure.Population, dataset);
        CheckFormula(root.At(FormulaReader.KeyOf(measure.Type)), measure, dataset);
        foreach (var breakdown in measure.Breakdowns.Where(id => dataset.FieldNamed(id)?.Type != FieldType.Code))
        {
            root.At("breakdowns").Problem($"'{breakdown}' is not a code field of '{dataset.Id}': nothing else can be a breakdown.");
        }

        foreach (var field in measure.Numerator.Fields.Distinct().Where(measure.Breakdowns.Contains))
        {
            root.At("breakdowns").Problem($"A share whose numerator tests '{field}' cannot be broken down by it.");
        }

        if (dataset.Rows == RowKind.Estimate != (measure.Type == MeasureType.Estimate))
        {
            root.At("type").Problem(dataset.Rows == RowKind.Estimate
                ? $"The rows of '{dataset.Id}' arrive computed: only a measure of type estimate can show them."
                : $"The rows of '{dataset.Id}' are not estimates that arrive computed.");
        }

        if (measure.IsSample && dataset.Sampling is null)
        {
            root.At("sample").Problem($"The rows of '{dataset.Id}' carry no sampling weight.");
        }
    }

    /// <summary>A sum is in the unit of what is summed, and an estimate in that of its publisher; everything else counts rows.</summary>
    private static void CheckUnit(Entry root, Measure measure, Dataset dataset)
    {
        if (measure.Formula is Formula.Estimate or Formula.Count { Amount.Length: > 0 })
        {
            return;
        }

        if (measure.Formula is Formula.Count { Distinct: { Length: > 0 } identifier })
        {
            var named = dataset.FieldNamed(identifier)?.Namespace ?? "";
            if (DatasetReader.Units.TryGetValue(named, out var unit) && unit != measure.Unit)
            {
                root.At("unit").Problem($"Different values of '{identifier}' are {unit.Plural()}, not {measure.Unit.Plural()}.");
            }

            return;
        }

        if (dataset.Unit != measure.Unit)
        {
            root.At("unit").Problem(
                $"The measure counts {measure.Unit.Plural()} but a row of '{dataset.Id}' is one {dataset.Unit.Code()}: "
                + "a figure cannot mix counting units.");
        }
    }

    private void CheckFormula(Entry at, Measure measure, Dataset dataset)
    {
        switch (measure.Formula)
        {
            case Formula.Count count:
                CheckField(at, count.Amount, dataset, FieldType.Number, "a number field", isOptional: true);
                CheckField(at, count.Distinct, dataset, FieldType.Identifier, "an identifier", isOptional: true);
                if (count.Distinct.Length > 0 && (count.Amount.Length > 0 || dataset.Rows != RowKind.Case))
                {
                    at.Problem("Different identifiers are counted among case rows, and nothing is summed.");
                }

                break;
            case Formula.Share share:
                conditions.Check(at, share.Numerator, dataset);
                break;
            case Formula.Days days:
                CheckDays(at, days, dataset);
                break;
            case Formula.Survey or Formula.Grade:
                conditions.Check(at, measure.Numerator, dataset);
                break;
            case Formula.Estimate estimate:
                CheckField(at.At("value"), estimate.Value, dataset, FieldType.Number, "a number field", isOptional: false);
                CheckField(at.At("error"), estimate.Error, dataset, FieldType.Number, "a number field", isOptional: true);
                break;
            case Formula.Agreement agreement:
                CheckAgreement(at, agreement, dataset);
                break;
            default:
                break;
        }
    }

    private static void CheckDays(Entry at, Formula.Days days, Dataset dataset)
    {
        CheckField(at.At("from"), days.From, dataset, FieldType.Date, "a date field", isOptional: false);
        CheckField(at.At("to"), days.To, dataset, FieldType.Date, "a date field", isOptional: false);
        CheckField(at.At("open_until"), days.OpenUntil, dataset, FieldType.Date, "a date field", isOptional: true);
        CheckField(at.At("ends_by"), days.EndsBy, dataset, FieldType.Code, "a code field", isOptional: true);
        if (dataset.Rows != RowKind.Case)
        {
            at.Problem($"Days are taken between dates of one case; the rows of '{dataset.Id}' are counts.");
        }
    }

    private void CheckAgreement(Entry at, Formula.Agreement agreement, Dataset dataset)
    {
        CheckField(at.At("first"), agreement.First, dataset, FieldType.Code, "a code field", isOptional: false);
        CheckField(at.At("second"), agreement.Second, dataset, FieldType.Code, "a code field", isOptional: false);
        if (dataset.FieldNamed(agreement.First)?.CodeList != dataset.FieldNamed(agreement.Second)?.CodeList)
        {
            at.Problem($"'{agreement.First}' and '{agreement.Second}' are of different code lists, so they can never agree.");
        }

        if (agreement.Statistic == AgreementStatistic.Difference != agreement.Meets.Count > 0)
        {
            at.Problem("A difference says in 'meets' which answers meet the standard; kappa and ac1 do not.");
        }

        if (agreement.Meets.Count > 0)
        {
            conditions.Check(at, new Condition([new FieldTest(agreement.First, TestKind.OneOf, agreement.Meets)]), dataset);
        }
    }

    private static void CheckPairs(Entry root, Measure measure)
    {
        foreach (var pair in measure.Pairs.Where(pair => pair.Count != 2 || pair[0] == pair[1] || pair.Any(field => !measure.Breakdowns.Contains(field))))
        {
            root.At("pairs").Problem($"A pair names two different breakdowns of the measure; [{string.Join(", ", pair)}] does not.");
        }
    }

    private static void CheckBalancing(Entry root, Measure measure)
    {
        foreach (var id in measure.Direction.Balancing.Where(id => !measure.Beside.Contains(id)))
        {
            root.At("direction").Problem($"The balancing measure '{id}' must be read beside this one: name it in 'beside'.");
        }
    }

    private static void CheckField(Entry at, string field, Dataset dataset, FieldType type, string what, bool isOptional)
    {
        if (field.Length == 0 && isOptional)
        {
            return;
        }

        if (dataset.FieldNamed(field)?.Type != type)
        {
            at.Problem($"'{field}' is not {what} of '{dataset.Id}'.");
        }
    }
}
