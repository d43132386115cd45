namespace Candour.Definitions.Reading;

/// <summary>Checks a condition against the fields and codes of a dataset.</summary>
internal sealed class ConditionTyping(IReadOnlyDictionary<string, CodeList> codeLists, Places places)
{
    public void Check(Entry at, Condition condition, Dataset dataset)
    {
        foreach (var test in condition.Tests)
        {
            Check(places.Of(test, at), test, dataset);
        }
    }

    private void Check(Entry at, Test test, Dataset dataset)
    {
        switch (test)
        {
            case NamedTest named:
                CheckInside(at, named.Condition, named.Name, dataset);
                break;
            case AnyTest any:
                foreach (var condition in any.Conditions)
                {
                    Check(at, condition, dataset);
                }

                break;
            case FieldTest field:
                CheckCodes(at, field, dataset);
                break;
            case DateTest date:
                Is(at, dataset, date.Field, FieldType.Date, "a date field");
                Is(at, dataset, date.Other, FieldType.Date, "a date field");
                break;
            case NumberTest number:
                Is(at, dataset, number.Field, FieldType.Number, "a number field");
                break;
            case EarlierTest earlier:
                Is(at, dataset, earlier.Field, FieldType.Date, "a date field");
                Is(at, dataset, earlier.Identifier, FieldType.Identifier, "an identifier");
                break;
            case SameTest same:
                Is(at, dataset, same.Field, FieldType.Code, "a code field");
                Is(at, dataset, same.Other, FieldType.Code, "a code field");
                if (dataset.FieldNamed(same.Field)?.CodeList != dataset.FieldNamed(same.Other)?.CodeList)
                {
                    at.Problem($"'{same.Field}' and '{same.Other}' are of different code lists, so they can never be compared.");
                }

                break;
            default:
                throw new InvalidOperationException($"No typing for {test.GetType().Name}.");
        }
    }

    /// <summary>A named condition must fit every dataset it is used on; the place is where it is used.</summary>
    private static void CheckInside(Entry at, Condition condition, string name, Dataset dataset)
    {
        foreach (var field in condition.Fields.Distinct().Where(field => dataset.FieldNamed(field) is null))
        {
            at.Problem($"The condition '{name}' asks about '{field}', which is not a field of '{dataset.Id}'.");
        }
    }

    private void CheckCodes(Entry at, FieldTest test, Dataset dataset)
    {
        var field = dataset.FieldNamed(test.Field);
        if (field is null || !IsTestable(field))
        {
            at.Problem(
                $"'{test.Field}' is not a field of '{dataset.Id}' that can be tested; those are "
                + $"{string.Join(", ", dataset.Fields.Where(IsTestable).Select(f => f.Id))}.");
            return;
        }

        var asksForCodes = test.Kind is TestKind.OneOf or TestKind.NoneOf;
        if (asksForCodes && field.Type != FieldType.Code)
        {
            at.Problem($"'{test.Field}' holds no codes: it can only be missing or recorded.");
            return;
        }

        if (asksForCodes && codeLists.TryGetValue(field.CodeList, out var list))
        {
            foreach (var unknown in test.Codes.Where(code => list.Expand(code).Count == 0))
            {
                at.Problem($"'{unknown}' is neither a code nor a group of the code list '{list.Id}'.");
            }
        }
    }

    private static bool IsTestable(Field field) =>
        field.Type is FieldType.Code or FieldType.Date or FieldType.Identifier or FieldType.Number;

    private static void Is(Entry at, Dataset dataset, string field, FieldType type, string what)
    {
        if (dataset.FieldNamed(field)?.Type != type)
        {
            at.Problem($"'{field}' is not {what} of '{dataset.Id}'.");
        }
    }
}
