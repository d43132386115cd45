namespace Candour.Synthesis.Files;

/// <summary>Running numbers of one kind of thing, a series for each place.</summary>
internal sealed class Numbering
{
    private readonly string[] prefixes;
    private readonly int[] last;

    /// <param name="kind">A few capital letters that say what is numbered.</param>
    /// <param name="places">Codes of the places.</param>
    public Numbering(string kind, IEnumerable<string> places)
    {
        prefixes = [.. places.Select(place => $"SYN-{kind}-{place.ToUpperInvariant()}-")];
        last = new int[prefixes.Length];
    }

    public Reference Next(int place) => new(prefixes[place], ++last[place]);

    /// <summary>The thing of this kind that has a number already.</summary>
    public Reference Of(int place, int number) => new(prefixes[place], number);
}
