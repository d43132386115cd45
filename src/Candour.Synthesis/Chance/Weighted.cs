namespace Candour.Synthesis.Chance;

/// <summary>Values and how often each is drawn, as whole numbers relative to their sum.</summary>
internal sealed class Weighted<T>
{
    private readonly T[] values;
    private readonly int[] cumulative;

    public Weighted(params IEnumerable<(T Value, int Weight)> choices)
    {
        var list = choices.ToList();
        values = [.. list.Select(choice => choice.Value)];
        cumulative = new int[values.Length];
        var sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(list[i].Weight, nameof(choices));
            sum += list[i].Weight;
            cumulative[i] = sum;
        }

        ArgumentOutOfRangeException.ThrowIfZero(sum, nameof(choices));
    }

    /// <summary>The value can be drawn.</summary>
    public bool Has(T value) => Array.IndexOf(values, value) >= 0;

    public T Draw(StableRandom random)
    {
        var at = random.Below(cumulative[^1]);
        var index = Array.BinarySearch(cumulative, at + 1);
        if (index < 0)
        {
            return values[~index];
        }

        // A value of weight 0 has the sum of the one before it, and the search may find either.
        while (index > 0 && cumulative[index - 1] == at + 1)
        {
            index--;
        }

        return values[index];
    }
}
