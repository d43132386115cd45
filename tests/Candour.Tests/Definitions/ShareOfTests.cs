using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Tests.Definitions;

public sealed class ShareOfTests
{
    [Fact]
    public void A_part_of_a_whole_on_one_basis_is_a_share() =>
        Assert.Equal(["crime-outcomes", "crimes"], Accepted("rape-charged-assigned", "rape-outcomes-assigned").Datasets);

    [Fact]
    public void Rape_is_a_part_of_sexual_offences() =>
        Assert.NotNull(Accepted("rape-charged-recorded", "sexual-offences-crimes-recorded"));

    [Fact]
    public void Two_bases_break_the_rule_of_one_cohort() =>
        Assert.IsType<CohortBasesDiffer>(Refused("rape-charged-assigned", "rape-crimes-recorded"));

    [Fact]
    public void Suspects_over_crimes_break_the_rule_of_one_counting_unit() =>
        Assert.IsType<CountingUnitsDiffer>(Refused("suspects-named", "rape-crimes-recorded"));

    [Fact]
    public void The_whole_over_its_part_breaks_the_rule_of_parts() =>
        Assert.IsType<NotAPart>(Refused("sexual-offences-outcomes-assigned", "rape-outcomes-assigned"));

    [Fact]
    public void A_share_is_no_count() =>
        Assert.IsType<NotACount>(Refused("rape-charged-share-assigned", "rape-outcomes-assigned"));

    [Fact]
    public void A_refusal_names_both_and_says_what_to_do() => Assert.Equal(
        "'rape-charged-assigned' is on the basis 'assigned' and 'rape-crimes-recorded' on the basis 'recorded': they follow "
        + "different crimes, so their quotient is the share of nothing. Choose two counts on the same cohort basis.",
        Refused("rape-charged-assigned", "rape-crimes-recorded").Sentence);

    private static ShareOf Accepted(string numerator, string denominator) =>
        Decide(numerator, denominator).Match(share => share, refusal => throw new InvalidOperationException(refusal.Sentence));

    private static Refusal Refused(string numerator, string denominator) =>
        Decide(numerator, denominator).Match(_ => throw new InvalidOperationException("It was accepted."), refusal => refusal);

    private static Result<ShareOf> Decide(string numerator, string denominator) => ShareOf.Decide(
        Repository.Catalogue.Measures[numerator], Repository.Catalogue.Measures[denominator], Repository.Catalogue);
}
