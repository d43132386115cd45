namespace Candour.Databank.Columns;

/// <summary>Where groups begin when things are put together by a small number: the first half of sorting by counting.</summary>
internal static class GroupStarts
{
    /// <summary>For each number where its things begin, and at the end how many things there are.</summary>
    /// <param name="numbers">The number of each thing, from 0 on.</param>
    /// <param name="groups">Every number lies below.</param>
    public static int[] Of(ReadOnlySpan<int> numbers, int groups)
    {
        var starts = new int[groups + 1];
        foreach (var number in numbers)
        {
            starts[number + 1]++;
        }

        for (var group = 0; group < groups; group++)
        {
            starts[group + 1] += starts[group];
        }

        return starts;
    }
}
