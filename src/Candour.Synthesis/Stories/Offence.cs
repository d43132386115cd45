using Candour.Synthesis.Chance;

namespace Candour.Synthesis.Stories;

/// <summary>What kind of offence it is, as far as its pace and its end depend on it.</summary>
internal enum OffenceKind
{
    /// <summary>Rape.</summary>
    Rape,

    /// <summary>Another sexual offence.</summary>
    OtherSexual,

    /// <summary>Stalking, harassment, threats and assault: not sexual, and mostly domestic abuse.</summary>
    NotSexual,
}

/// <summary>An offence and whom it can be committed against.</summary>
/// <param name="Code">Home Office offence code.</param>
/// <param name="Kind">Rape, another sexual offence, or neither.</param>
/// <param name="VictimSex"><c>F</c> or <c>M</c> where the offence names it, else empty.</param>
/// <param name="VictimAges">Age groups of its victims.</param>
internal sealed record Offence(string Code, OffenceKind Kind, string VictimSex, Weighted<string> VictimAges)
{
    public bool IsSexual => Kind != OffenceKind.NotSexual;

    /// <summary>Code of the list <c>offence-category</c>.</summary>
    public string Category => IsSexual ? "sexual-offences" : "offences-against-the-person";
}
