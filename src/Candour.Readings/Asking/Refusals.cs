using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Readings.Asking;

/// <summary>There is no measure of that name.</summary>
public sealed record MeasureUnknown(string Name, IReadOnlyList<string> Near) : Refusal(
    $"There is no measure '{Name}'"
    + (Near.Count > 0 ? $"; did you mean {string.Join(" or ", Near)}?" : ": choose one from the list of measures."));

/// <summary>The estimator that the measure needs does not exist yet.</summary>
public sealed record DefinedNotComputed(Measure Measure) : Refusal(
    $"The measure '{Measure.Id}' is defined and not yet computed: the estimator it needs is still to come.");

/// <summary>There is no dataset of that name behind the measure, or no data in it.</summary>
public sealed record DatasetUnknown(string Name, Measure Measure, IReadOnlyList<string> Known) : Refusal(
    $"The measure '{Measure.Id}' has no data in a dataset '{Name}'; it has data in {OrNothing.List(Known)}.");

/// <summary>Nothing was submitted for the measure at all.</summary>
public sealed record MeasureHasNoData(Measure Measure) : Refusal(
    $"Nothing has been submitted that the measure '{Measure.Id}' could be made of ({string.Join(", ", Measure.Datasets)}).");

/// <summary>There is no area of that name for this measure.</summary>
public sealed record AreaUnknown(string Name, Measure Measure, IReadOnlyList<string> Near) : Refusal(
    $"There is no area '{Name}' in the data of '{Measure.Id}'"
    + (Near.Count > 0 ? $"; did you mean {string.Join(" or ", Near)}?" : ": choose one from its list of areas."));

/// <summary>Several datasets have an area of that name.</summary>
public sealed record AreaIsAmbiguous(string Name, IReadOnlyList<string> Datasets) : Refusal(
    $"The area '{Name}' is in several datasets, which are never pooled: name the dataset too ({string.Join(" or ", Datasets)}).");

/// <summary>The text is not a period.</summary>
public sealed record PeriodUnreadable(string Text) : Refusal(
    $"'{Text}' is not a period: write 2018/19, 2018/19-Q3, 2014, 2014-Q3, 2014-07, or a range such as 2014-01..2018-03.");

/// <summary>The data are coarser than the question.</summary>
public sealed record PeriodTooFine(Period Period, Dataset Dataset) : Refusal(
    Dataset.Months == 12
        ? $"The rows of '{Dataset.Id}' are years, so they cannot answer for {Period}: ask for a calendar year such as 2014."
        : $"The rows of '{Dataset.Id}' are quarters, so they cannot answer for {Period}: ask for a quarter such as 2018/19-Q3, or for a year.");

/// <summary>The period spans more than anyone could have data for.</summary>
public sealed record PeriodTooLong(Period Period) : Refusal(
    $"The period {Period} is longer than fifty years: ask for a shorter one.");

/// <summary>The condition is not written as a condition.</summary>
public sealed record ConditionUnreadable(string Text) : Refusal(
    $"'{Text}' is not a condition: write field=code, such as offence=19C.");

/// <summary>The measure is not declared for this breakdown.</summary>
public sealed record BreakdownNotDeclared(string Field, Measure Measure) : Refusal(
    $"The measure '{Measure.Id}' cannot be narrowed by '{Field}'; its breakdowns are {OrNothing.List(Measure.Breakdowns)}.");

/// <summary>The same field is asked about twice.</summary>
public sealed record ConditionTwice(string Field) : Refusal(
    $"The field '{Field}' is conditioned twice: name one code, or a group of codes.");

/// <summary>The code is not in the list.</summary>
public sealed record CodeUnknown(string Code, string Field, IReadOnlyList<string> Known) : Refusal(
    $"'{Code}' is neither a code nor a group of '{Field}'; it has {string.Join(", ", Known.Take(30))}"
    + (Known.Count > 30 ? $" and {Known.Count - 30} more." : "."));

internal static class OrNothing
{
    public static string List(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
}
