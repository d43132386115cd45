namespace Candour.Definitions.Reading;

/// <summary>Checks a mapping against its dataset: every field is filled once, and every code that it names is in its list.</summary>
internal sealed class MappingTyping(
    Entry root, Mapping mapping, Dataset dataset, IReadOnlyDictionary<string, CodeList> codeLists, IReadOnlyDictionary<string, AreaHierarchy> hierarchies)
{
    public void Check(IReadOnlyList<string> notHeld)
    {
        foreach (var field in mapping.Complete.SelectMany(rule => rule.Where).Select(pair => pair.Key)
            .Where(field => dataset.FieldNamed(field)?.Type != FieldType.Code))
        {
            root.Problem($"'complete' names '{field}', which is not a code field of '{dataset.Id}'.");
        }

        EveryFieldFilledOnce(notHeld);
        foreach (var rule in mapping.Columns.Where(rule => rule.Codes.Count > 0))
        {
            CodesOf(rule.Field, rule.Codes.Values, "columns", $"'codes' of the column '{rule.Column}'");
        }

        foreach (var (field, value) in mapping.Always)
        {
            if (dataset.FieldNamed(field)?.Type is FieldType.Area or FieldType.Code)
            {
                CodesOf(field, [value], "always", "'always'");
            }
            else if (dataset.FieldNamed(field) is not null)
            {
                root.At("always").Problem($"'always' gives an area or a code, and '{field}' is neither.");
            }
        }

        if (mapping.Parts is { } parts)
        {
            CodesOf(parts.Field, parts.Of.Select(part => part.Code), "parts", "'parts'");
            if (dataset.FieldNamed(parts.Value) is { } value && value.Type != FieldType.Count)
            {
                root.At("parts").Problem($"'{parts.Value}' is not a count field of '{dataset.Id}'.");
            }

            if (mapping.Wide.Any(rule => rule.Value.Length > 0))
            {
                root.At("parts").Problem("A mapping has 'parts' or 'wide' columns that become rows, not both.");
            }
        }

        JoinReader.CheckUse(root, mapping);
    }

    private void CodesOf(string fieldId, IEnumerable<string> codes, string key, string where)
    {
        if (dataset.FieldNamed(fieldId) is not { } field)
        {
            return;
        }

        if (field.Type == FieldType.Area)
        {
            var areas = hierarchies[dataset.Hierarchy];
            foreach (var code in codes.Distinct().Where(code => areas.Areas.All(area => area.Id != code)))
            {
                root.At(key).Problem($"{where} names '{code}', which is no area of '{areas.Id}'.");
            }
        }
        else if (field.Type == FieldType.Code && codeLists.TryGetValue(field.CodeList, out var list))
        {
            foreach (var code in codes.Distinct().Where(code => !list.Has(code)))
            {
                root.At(key).Problem($"{where} names '{code}', which is no code of the list '{list.Id}'.");
            }
        }
        else
        {
            root.At(key).Problem($"{where} gives codes, and '{field.Id}' is not a code field of '{dataset.Id}'.");
        }
    }

    private void EveryFieldFilledOnce(IReadOnlyList<string> notHeld)
    {
        var filled = mapping.FieldsFilled.ToList();
        foreach (var unknown in filled.Where(id => dataset.FieldNamed(id) is null).Distinct())
        {
            root.Problem($"'{unknown}' is not a field of the dataset '{dataset.Id}'.");
        }

        foreach (var wrong in notHeld.Where(id => dataset.FieldNamed(id) is not { Required: false }))
        {
            root.At("not_held").Problem($"'{wrong}' is not an optional field of the dataset '{dataset.Id}', so it cannot be left out.");
        }

        foreach (var field in dataset.Fields.Where(field => filled.Count(id => id == field.Id) != (notHeld.Contains(field.Id) ? 0 : 1)))
        {
            root.Problem(
                $"The field '{field.Id}' of the dataset '{dataset.Id}' must be filled exactly once, or be named in 'not_held' "
                + "when the source does not hold it.");
        }
    }
}
