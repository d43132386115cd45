using Candour.Definitions;
using Candour.Intake.Checks;
using Candour.Intake.Mapped;

namespace Candour.Tests.Definitions;

/// <summary>Every data-quality check's examples, run by the real check.</summary>
public sealed class CheckExampleTests
{
    public static TheoryData<string> Checks => [.. Repository.Catalogue.Checks.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Checks))]
    public void Finds_what_its_examples_say(string id)
    {
        var check = Repository.Catalogue.Checks[id];

        Assert.All(check.Examples, example => Assert.Equal(example.Findings, Found(check, example)));
    }

    /// <summary>Turned round, a check finds other rows, or its examples prove nothing.</summary>
    [Theory]
    [MemberData(nameof(Checks))]
    public void Its_examples_notice_when_it_is_turned_round(string id)
    {
        var check = Repository.Catalogue.Checks[id];
        var broken = check with
        {
            Rule = check.Rule switch
            {
                CheckRule.Consistency rule => new CheckRule.Consistency(rule.Must, rule.When),
                CheckRule.Order rule => new CheckRule.Order([.. rule.Dates.Reverse()]),
                CheckRule.Same => new CheckRule.Same([Repository.Catalogue.Datasets[check.Dataset].Key[0]]),
                CheckRule.Outliers rule => rule with { Threshold = 1e9 },
                CheckRule.MissingShare rule => rule with { MoreThan = 1 },
                CheckRule.Lag rule => rule with { MoreThanDays = 100_000 },
                _ => throw new InvalidOperationException(),
            },
        };

        Assert.Contains(check.Examples, example => Found(broken, example) != example.Findings);
    }

    private static int Found(Check check, CheckExample example)
    {
        var dataset = Repository.Catalogue.Datasets[check.Dataset];
        var rows = example.Rows.Select((row, line) => new MappedRow(
            line + 2, [.. dataset.Fields.Select(field => row.GetValueOrDefault(field.Id, ""))])).ToList();
        return CheckRunning.Found(check, rows, dataset, Repository.Catalogue).Count;
    }
}
