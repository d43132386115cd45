namespace Candour.Teaching;

/// <summary>A word of a text that explains itself on the spot.</summary>
/// <param name="Name">The term as the glossary has it.</param>
/// <param name="Said">The word as it stands in the text.</param>
/// <param name="Where">Where on the page; with the term unique on it.</param>
public sealed record ExplainedWord(string Name, string Said, string Where)
{
    public GlossaryTerm Term => GlossaryTerms.Named(Name);

    public string Id => $"term-{Term.Id}-{Where}";
}
