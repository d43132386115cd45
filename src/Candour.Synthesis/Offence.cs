namespace Candour.Synthesis;

/// <summary>An offence and whom it can be committed against.</summary>
/// <param name="Code">Home Office offence code.</param>
/// <param name="IsRape">Rape, or another sexual offence.</param>
/// <param name="VictimSex"><c>F</c> or <c>M</c> where the offence names it, else empty.</param>
/// <param name="VictimAges">Age groups of its victims.</param>
internal sealed record Offence(string Code, bool IsRape, string VictimSex, Weighted<string> VictimAges);
