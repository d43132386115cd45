using Candour.Definitions;

namespace Candour.Tests.Definitions;

public sealed class CatalogueTests
{
    [Fact]
    public void The_definitions_load_without_a_problem() =>
        Assert.Equal("", Catalogue.Load(Repository.At("definitions")).Match(_ => "", refusal => refusal.Sentence));

    [Fact]
    public void A_caption_does_not_change_the_computation_and_a_condition_does()
    {
        var before = Repository.Catalogue.ComputationalHash;

        Assert.Equal(before, Load("title: \"Rape:", "title: \"Rape, as recorded:").ComputationalHash);
        Assert.NotEqual(before, Load("offence: [rape]", "offence: [sexual-offences]").ComputationalHash);
    }

    [Fact]
    public void A_missing_folder_is_said_so() => Assert.Equal(
        "There is no folder of definitions at /nowhere: name one with --definitions DIR.",
        Catalogue.Load("/nowhere").Match(_ => "", refusal => refusal.Sentence));

    private static Catalogue Load(string from, string to) =>
        BrokenDefinitions.With("measures/vawg-2022/rape-outcome-16-share-assigned.yaml", from, to)
            .Match(catalogue => catalogue, refusal => throw new InvalidOperationException(refusal.Sentence));
}
