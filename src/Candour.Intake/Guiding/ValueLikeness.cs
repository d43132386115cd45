using Candour.Definitions;

namespace Candour.Intake.Guiding;

/// <summary>Whether the values of a column could be those of a field. Pure.</summary>
internal static class ValueLikeness
{
    private const double Half = 0.5;

    /// <summary>From 0 to 1; negative when they cannot be, whatever the column is called. 0 for a column that is empty.</summary>
    public static double Of(Field field, SurveyedColumn column, Dataset dataset, Catalogue catalogue) =>
        column.Filled == 0 ? 0 : field.Type switch
        {
            FieldType.Date => AtLeastHalf(column.Days.Most, column.Filled),
            FieldType.Count or FieldType.Number or FieldType.SamplingWeight => AtLeastHalf(column.Numbers, column.Filled),
            FieldType.Identifier => column.Days.Most * 2 > column.Filled ? -1 : AtLeastHalf(column.References, column.Filled),
            FieldType.Code or FieldType.Area => column.HasMore ? -1 : ShareRead(field, column, dataset, catalogue),
            _ => 0,
        };

    private static double AtLeastHalf(long those, long of) => (double)those / of is var share and >= Half ? share : -1;

    /// <summary>None that can be read is no reason against a column of the right name: its codes are those of another system.</summary>
    private static double ShareRead(Field field, SurveyedColumn column, Dataset dataset, Catalogue catalogue) =>
        (double)column.Values.Count(value => CodeReading.TryRead(field, value, dataset, catalogue, out _)) / column.Values.Count;
}
