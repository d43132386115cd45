namespace Candour.Tests.Databank;

/// <summary>
/// A definition that somebody got wrong makes at least one of its examples fail: every measure, every condition, code,
/// cohort, quantile, date and group.
/// </summary>
public sealed class MutationTests
{
    public static TheoryData<string> Measures => [.. Repository.Catalogue.Measures.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_wrong_definition_fails_its_own_examples(string id)
    {
        var measure = Repository.Catalogue.Measures[id];

        var survivors = Mutation.Of(measure, Repository.Catalogue)
            .Where(mutation => Worked.Holds(mutation.Measure, Repository.Catalogue)).Select(mutation => mutation.What);

        Assert.Empty(survivors);
    }

    [Fact]
    public void An_example_that_proves_nothing_is_noticed()
    {
        var share = Repository.Catalogue.Measures["rape-charged-share-recorded"];
        var example = share.Examples[0];
        var blind = share with
        {
            Examples =
            [
                example with
                {
                    Tables = [example.Tables[0] with { Rows = [.. example.Tables[0].Rows.Where(row => row["outcome"] == "1" && row["offence"] != "30C")] }],
                    Expected = example.Expected with { Denominator = example.Expected.Numerator, Value = 1 },
                },
            ],
        };

        Assert.True(Worked.Holds(blind, Repository.Catalogue));
        Assert.Contains(
            Mutation.Of(blind, Repository.Catalogue), mutation => Worked.Holds(mutation.Measure, Repository.Catalogue));
    }
}
