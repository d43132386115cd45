namespace Candour.Definitions.Reading;

/// <summary>The problems of one definition file, in the order in which they were met.</summary>
internal sealed class ProblemList(string file)
{
    private List<Problem> all = [];

    public int Count { get; private set; }

    public void Add(long line, long column, string sentence)
    {
        Count++;
        all.Add(new Problem(file, line, column, sentence));
    }

    /// <summary>From now on among the problems of all files. Files are parsed side by side, and joined in their order.</summary>
    public void Join(List<Problem> whole)
    {
        whole.AddRange(all);
        all = whole;
    }
}
