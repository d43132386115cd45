using System.Globalization;
using Candour.Databank.Native;

namespace Candour.Bench;

/// <summary>What the person who started the bench asked for.</summary>
internal sealed class Settings(string[] words)
{
    public int Rows => Number("--rows", 1_000_000);

    public int Threads => Number("--threads", Environment.ProcessorCount);

    /// <summary>Rows of a sample on which every cell is compared.</summary>
    public int Compared => Number("--compared", Math.Min(Rows, 1_000_000));

    public LanePath Path { get; } = LanePaths.Widest;

    private string[] Only => Word("--only", "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a part is run: without <c>--only</c> every one.</summary>
    public bool Wants(string part) => Only.Length == 0 || Only.Contains(part);

    private int Number(string name, int otherwise) =>
        int.Parse(Word(name, otherwise.ToString(CultureInfo.InvariantCulture)), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private string Word(string name, string otherwise) =>
        Array.IndexOf(words, name) is >= 0 and var at && at + 1 < words.Length ? words[at + 1] : otherwise;
}
