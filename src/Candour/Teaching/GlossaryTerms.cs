using Candour.Kernel;

namespace Candour.Teaching;

/// <summary>A word and what it means here.</summary>
/// <param name="Name">The term.</param>
/// <param name="Meaning">One or two sentences.</param>
public sealed record GlossaryTerm(string Name, string Meaning)
{
    /// <summary>Its place on the page of the glossary.</summary>
    public string Id => Slug.Of(Name);
}

/// <summary>The words of <c>GLOSSARY.md</c>, which is built into the program: pages and code explain a word by one text.</summary>
public static class GlossaryTerms
{
    /// <summary>In the order of the alphabet.</summary>
    public static IReadOnlyList<GlossaryTerm> All { get; } = [.. Read().OrderBy(term => term.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The term of that name; a page that names one that is not there is wrong.</summary>
    public static GlossaryTerm Named(string name) => All.FirstOrDefault(term => term.Name == name)
        ?? throw new InvalidOperationException($"The glossary has no term '{name}'.");

    private static IEnumerable<GlossaryTerm> Read()
    {
        using var stream = typeof(GlossaryTerms).Assembly.GetManifestResourceStream("GLOSSARY.md")
            ?? throw new InvalidOperationException("The program was built without its glossary.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('|') is ["", var name, var meaning, ""] && name.Trim() is not ("Term" or "---"))
            {
                yield return new GlossaryTerm(name.Trim(), meaning.Trim().Replace("`", "", StringComparison.Ordinal));
            }
        }
    }
}
