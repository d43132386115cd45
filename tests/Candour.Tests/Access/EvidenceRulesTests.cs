using Candour.Access;

namespace Candour.Tests.Access;

/// <summary>Who may open which version of a document: by class, place and purpose.</summary>
public sealed class EvidenceRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("f01", "f01", true)]
    [InlineData("a01", "f01", true)]
    [InlineData("a01", "a01", true)]
    [InlineData("", "a01", true)]
    [InlineData("f01", "a01", false)]
    [InlineData("f01", "f02", false)]
    [InlineData("a02", "a01", false)]
    [InlineData("a01", "", false)]
    [InlineData("", "", true)]
    public void A_place_is_covered_when_all_of_it_lies_under_an_assignment(string granted, string owner, bool covered) =>
        Assert.Equal(covered, EvidenceRules.Covers(Person(granted), Right.ReadFigures, Of(owner), Repository.Catalogue));

    [Theory]
    [InlineData("constabulary", "constabulary", true)]
    [InlineData("constabulary", "another", false)]
    [InlineData("", "another", true)]
    [InlineData("constabulary", "", true)]
    public void A_document_is_of_one_agency_or_of_every(string granted, string owner, bool covered) =>
        Assert.Equal(covered, EvidenceRules.Covers(Person("a01", agency: granted), Right.ReadFigures, Of("a01") with { Agency = owner }, Repository.Catalogue));

    [Fact]
    public void Another_hierarchy_and_a_right_that_the_role_does_not_have_cover_nothing()
    {
        Assert.False(EvidenceRules.Covers(Person("a01"), Right.ReadFigures, new EvidenceOwner("constabulary", "police-forces", "a01"), Repository.Catalogue));
        Assert.False(EvidenceRules.Covers(Person("a01"), Right.ReadFigures, Of("no-such-area"), Repository.Catalogue));
        Assert.False(EvidenceRules.Covers(Person("a01", Role.Inspector), Right.KeepEvidence, Of("a01"), Repository.Catalogue));
        Assert.False(EvidenceRules.Covers(Person("", Role.Administrator), Right.ReadFigures, Of(""), Repository.Catalogue));
    }

    [Theory]
    [InlineData(EvidenceClass.Public, false, "a02", EvidenceOpening.Yes)]
    [InlineData(EvidenceClass.Internal, false, "a01", EvidenceOpening.Yes)]
    [InlineData(EvidenceClass.Internal, false, "a02", EvidenceOpening.No)]
    [InlineData(EvidenceClass.Internal, true, "a02", EvidenceOpening.Yes)]
    [InlineData(EvidenceClass.Restricted, false, "a01", EvidenceOpening.No)]
    [InlineData(EvidenceClass.Restricted, false, "", EvidenceOpening.No)]
    [InlineData(EvidenceClass.Restricted, true, "a01", EvidenceOpening.Yes)]
    [InlineData(EvidenceClass.Restricted, true, "a02", EvidenceOpening.No)]
    public void The_redacted_version_opens_one_class_wider_and_nothing_restricted_by_role_alone(
        EvidenceClass kind, bool redacted, string granted, EvidenceOpening opening)
    {
        Assert.Equal(opening, For(Person(granted), kind, redacted));
        Assert.Equal(EvidenceOpening.No, For(Person(granted, Role.SecurityAuditor), kind, redacted));
        Assert.Equal(EvidenceOpening.No, For(Viewer.Nobody, kind, redacted));
    }

    [Fact]
    public void A_restricted_original_opens_under_an_open_purpose_for_its_place_with_a_reason()
    {
        var purpose = new Purpose("p", PurposeKind.AuditSample, "person", "lead", "crimes", "synthetic-nation", "a01", "", "A reason", Now.AddDays(-1), Now.AddDays(1), 10, 0);

        Assert.Equal(EvidenceOpening.WithReason, For(Person("a01"), EvidenceClass.Restricted, false, purpose));
        Assert.Equal(EvidenceOpening.No, For(Person("a02"), EvidenceClass.Restricted, false, purpose));
        Assert.Equal(EvidenceOpening.No, For(Person("a01", Role.HeadquartersAnalyst), EvidenceClass.Restricted, false, purpose));
        Assert.Equal(EvidenceOpening.No, For(Person("a01"), EvidenceClass.Restricted, false, purpose with { Person = "another" }));
        Assert.Equal(EvidenceOpening.No, For(Person("a01"), EvidenceClass.Restricted, false, purpose with { Area = "f01" }));
        Assert.Equal(EvidenceOpening.No, For(Person("a01"), EvidenceClass.Restricted, false, purpose with { Until = Now }));
    }

    private static EvidenceOpening For(Viewer viewer, EvidenceClass kind, bool redacted, params Purpose[] purposes) =>
        EvidenceRules.For(viewer, kind, redacted, Of("a01"), purposes, Now, Repository.Catalogue);

    private static EvidenceOwner Of(string area) => new("constabulary", area.Length > 0 ? "synthetic-nation" : "", area);

    private static Viewer Person(string area, Role role = Role.AreaLead, string agency = "constabulary") => new(
        "person", "A person", [new Assignment(role, agency, area.Length > 0 ? "synthetic-nation" : "", area, DateOnly.MinValue, DateOnly.MaxValue)]);
}
