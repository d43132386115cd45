namespace Candour.Synthesis.Files;

/// <summary>A file of the nation: one dataset and the columns that stand in it after the label.</summary>
/// <param name="Dataset">Id of the dataset whose rows it holds.</param>
/// <param name="Columns">Names of the dataset's fields, in the order of the file.</param>
public sealed record SyntheticTable(string Dataset, IReadOnlyList<string> Columns)
{
    internal SyntheticTable(string dataset, string columns)
        : this(dataset, columns.Split(' '))
    {
    }

    public string FileName => $"synthetic-{Dataset}.csv";
}
