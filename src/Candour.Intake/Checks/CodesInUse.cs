using System.Globalization;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Kernel;

namespace Candour.Intake.Checks;

/// <summary>
/// Codes on rows of which no day lies in the time when the code could be used. A row has several days, and which of them a
/// code belongs to cannot be told, so a row is told only when none of them fits. It is kept.
/// </summary>
internal static class CodesInUse
{
    public const string Code = "CODE_NOT_IN_USE";

    /// <summary>The day of the extract says when the file was made, and nothing about the case.</summary>
    private const string ExtractDate = "extract_date";

    public static IEnumerable<Finding> Findings(IReadOnlyList<MappedRow> rows, Dataset dataset, Catalogue catalogue)
    {
        var days = dataset.Fields.Where(field => field.Type == FieldType.Date && field.Id != ExtractDate)
            .Select(field => dataset.IndexOf(field.Id)).ToArray();
        foreach (var field in dataset.Fields.Where(field => field.Type == FieldType.Code))
        {
            var dated = catalogue.CodesOf(dataset, field.Id).Codes
                .Where(code => code.From > DateOnly.MinValue || code.Until < DateOnly.MaxValue)
                .ToDictionary(code => code.Id, StringComparer.Ordinal);
            var index = dataset.IndexOf(field.Id);
            foreach (var row in dated.Count == 0 ? [] : rows.Where(row => dated.ContainsKey(row.Values[index])))
            {
                var own = days.Select(at => row.Values[at]).Where(text => text.Length > 0)
                    .Select(text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
                if (own.Count > 0 && !own.Exists(dated[row.Values[index]].IsValidOn))
                {
                    yield return new Finding(
                        Code, Severity.Warning, row.Line, field.Id, "",
                        $"'{field.Title}' holds a code that was not in use on any day of this row: ask which of them is right.");
                }
            }
        }
    }
}
