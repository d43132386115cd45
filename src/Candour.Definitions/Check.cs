using Candour.Kernel;

namespace Candour.Definitions;

/// <summary>What a check looks for. The private constructor closes the hierarchy.</summary>
public abstract record CheckRule
{
    private CheckRule()
    {
    }

    /// <summary>Rows that meet one condition must meet another. A row that cannot say is no finding.</summary>
    public sealed record Consistency(Condition When, Condition Must) : CheckRule;

    /// <summary>The dates that are there do not run backwards.</summary>
    public sealed record Order(IReadOnlyList<string> Dates) : CheckRule;

    /// <summary>Rows of different keys that are equal in all of these fields may be one thing entered twice.</summary>
    public sealed record Same(IReadOnlyList<string> Fields) : CheckRule;

    /// <summary>Counts by area and shortest period that lie far from the area's others: modified z.</summary>
    /// <param name="Basis">The cohort basis that places the rows.</param>
    /// <param name="Threshold">Absolute modified z above which a count is told; 3.5 by custom.</param>
    public sealed record Outliers(string Basis, double Threshold) : CheckRule;

    /// <summary>The share of rows without a field, by area and shortest period.</summary>
    /// <param name="Fields">The fields looked at.</param>
    /// <param name="MoreThan">The share above which it is told.</param>
    public sealed record MissingShare(IReadOnlyList<string> Fields, double MoreThan) : CheckRule;

    /// <summary>The median of days between an event and its recording, by area and shortest period.</summary>
    public sealed record Lag(string From, string To, int MoreThanDays) : CheckRule;
}

/// <summary>A few rows and how many findings they must give.</summary>
public sealed record CheckExample(IReadOnlyList<IReadOnlyDictionary<string, string>> Rows, int Findings);

/// <summary>A data-quality check: what it looks for, why it matters and what to do.</summary>
/// <param name="Id">Its name, and the code of its findings.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Do">What to do about a finding.</param>
/// <param name="Severity">A warning keeps the row; an error does not.</param>
/// <param name="Dataset">The dataset whose rows it reads.</param>
/// <param name="Rule">What it looks for.</param>
/// <param name="Examples">Rows and the findings they must give.</param>
public sealed record Check(
    string Id,
    string Title,
    string Why,
    string Do,
    Severity Severity,
    string Dataset,
    CheckRule Rule,
    IReadOnlyList<CheckExample> Examples)
{
    /// <summary>The fields that some rows need: those that a rule asks to be recorded, each with the condition on which it does.</summary>
    public IEnumerable<(string Field, Condition When)> Needs => Rule is CheckRule.Consistency rule
        ? rule.Must.Flat.OfType<FieldTest>().Where(test => test.Kind == TestKind.Recorded).Select(test => (test.Field, rule.When)) : [];
}
