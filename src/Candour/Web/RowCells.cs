using System.Globalization;
using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>The cells of a source row as people read them.</summary>
public sealed class RowCells(ReadingRoom room, Dataset dataset)
{
    /// <summary>A pseudonym is shown only so far that two rows can be told apart.</summary>
    private const int PseudonymLength = 8;

    /// <summary>Each part of a row's key, a pseudonym only so far.</summary>
    public static string Shortened(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return string.Join('/', key.Split('/').Select(Shown));
    }

    private static string Shown(string part) => part.Length > PseudonymLength ? part[..PseudonymLength] + "…" : part;

    public IReadOnlyList<Field> Fields => dataset.Fields;

    public string Of(SourceRow row, int field)
    {
        ArgumentNullException.ThrowIfNull(row);
        var value = row.Row.Values[field];
        return value.Length == 0 ? "[missing]" : Known(dataset.Fields[field], value);
    }

    private string Known(Field field, string value) => field.Type switch
    {
        FieldType.Area => room.Catalogue.HierarchyOf(dataset)[value].Title,
        FieldType.Code => $"{room.Catalogue.CodesOf(dataset, field.Id).TitleOf(value)} ({value})",
        FieldType.Period => Period.TryParse(value, out var period) ? period.ToString() : value,
        FieldType.Count => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
            ? NumberText.Count(count) : value,
        FieldType.Identifier => Shown(value),
        _ => value,
    };
}
