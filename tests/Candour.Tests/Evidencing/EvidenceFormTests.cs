using Candour.Access;
using Candour.Evidencing;
using Candour.Kernel;

namespace Candour.Tests.Evidencing;

/// <summary>What is said of a document: a title that names nobody, a class with its purpose, and a day.</summary>
public sealed class EvidenceFormTests
{
    private static readonly DateOnly Today = new(2026, 6, 30);
    private static readonly EvidenceOwner Owner = new("constabulary", "synthetic-nation", "a01");

    [Theory]
    [InlineData("Dip sample of March 2026, 40 files", true)]
    [InlineData("  Dip   sample ", true)]
    [InlineData("Note", false)]
    [InlineData("From jane@example.org about the sample", false)]
    [InlineData("Crime 01012345678", false)]
    [InlineData("Crime 123456", false)]
    [InlineData("Case 12345 of the list", true)]
    [InlineData("Sample \u202Efdp.exe", false)]
    [InlineData("Sample\u0000 of March", false)]
    public void A_title_names_nobody_as_far_as_a_program_can_tell(string title, bool isOne) =>
        Assert.Equal(isOne, EvidenceForm.TitleOf(title) is Result<string>.Accepted);

    [Theory]
    [InlineData("7", "2033-06-30")]
    [InlineData(" 2033-03-31 ", "2033-03-31")]
    [InlineData("0", "")]
    [InlineData("101", "")]
    [InlineData("2026-06-30", "")]
    [InlineData("2126-07-01", "")]
    [InlineData("31/03/2033", "")]
    [InlineData("-3", "")]
    [InlineData("", "")]
    public void It_is_kept_for_years_or_to_a_day_to_come(string typed, string until) =>
        Assert.Equal(until, EvidenceForm.UntilOf(typed, Today).Match(day => day.ToString("yyyy-MM-dd", null), _ => ""));

    [Fact]
    public void Only_a_restricted_document_has_a_purpose_and_it_belongs_to_an_area()
    {
        const string For = "Compared with the rows of March";
        Assert.Equal(EvidenceClass.Restricted, Read("restricted", Owner, For).Match(form => form.Class, _ => EvidenceClass.Public));
        Assert.IsType<Result<EvidenceForm>.Accepted>(Read("internal", Owner, ""));
        Assert.IsType<RestrictedToWhat>(No(Read("internal", Owner, For)));
        Assert.IsType<RestrictedToWhat>(No(Read("restricted", Owner, "")));
        Assert.IsType<RestrictedToWhat>(No(Read("restricted", new EvidenceOwner("constabulary", "", ""), For)));
        Assert.IsType<NoSuchEvidenceClass>(No(Read("secret", Owner, "")));
        Assert.IsType<NoSuchEvidenceClass>(No(Read("1", Owner, "")));
    }

    private static Result<EvidenceForm> Read(string kind, EvidenceOwner owner, string purpose) =>
        EvidenceForm.Read("Dip sample of March", kind, owner, purpose, "7", Today);

    private static Refusal No(Result<EvidenceForm> result) => Assert.IsType<Result<EvidenceForm>.Refused>(result).Refusal;
}
