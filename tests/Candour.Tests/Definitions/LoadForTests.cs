using Candour.Definitions;
using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.Tests.Definitions;

/// <summary>What one mapping rests on is enough to read with it: the same findings as with everything, from a fraction of the files.</summary>
public sealed class LoadForTests
{
    public static TheoryData<string> Mappings => [.. Repository.Catalogue.Mappings.Keys];

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Has_the_dataset_the_lists_and_the_checks_that_the_mapping_rests_on(string mapping)
    {
        var part = Part(mapping);
        var dataset = part.Datasets[part.Mappings[mapping].Dataset];
        IEnumerable<string> Checks(Catalogue catalogue) => catalogue.Checks.Values.Where(check => check.Dataset == dataset.Id).Select(check => check.Id).Order(StringComparer.Ordinal);

        Assert.Empty(part.Measures);
        Assert.All(dataset.Fields.Where(field => field.CodeList.Length > 0), field => Assert.True(part.CodeLists.ContainsKey(field.CodeList)));
        Assert.All(dataset.Hierarchies, hierarchy => Assert.True(part.Hierarchies.ContainsKey(hierarchy)));
        Assert.Equal(Checks(Repository.Catalogue), Checks(part));
    }

    [Fact]
    public void Reads_a_bad_file_with_the_same_findings()
    {
        var file = Repository.At("tests", "Candour.Tests", "Fixtures", "BadInput", "027-lookalike-codes.csv");
        IReadOnlyList<Finding> Findings(Catalogue catalogue) => SourceFile.Open(file).Then(source => Checking.Check(
            source, "case-extract", catalogue, new Pseudonymiser("test", new byte[32], "test"), new CheckWishes(new DateOnly(2026, 11, 1))))
            .Match(read => read.Findings, refusal => throw new InvalidOperationException(refusal.Sentence));

        Assert.NotEmpty(Findings(Repository.Catalogue));
        Assert.Equal(Findings(Repository.Catalogue), Findings(Part("case-extract")));
    }

    [Fact]
    public void A_mapping_that_is_not_there_loads_everything_to_say_so() =>
        Assert.Equal(Repository.Catalogue.Mappings.Count, Part("../datasets/crimes").Mappings.Count);

    private static Catalogue Part(string mapping) => Catalogue.LoadFor(mapping, Repository.At("definitions"))
        .Match(catalogue => catalogue, refusal => throw new InvalidOperationException(refusal.Sentence));
}
