namespace Candour.Databank.Native;

/// <summary>
/// The codes of one source, put together in classes: codes that every selection treats alike are one class. There are far
/// fewer classes than codes (of a date most selections only ask whether it is there), so that tables by class stay small.
/// </summary>
/// <param name="codes">How many codes there are.</param>
/// <param name="words">How many words of selections a row has.</param>
internal sealed class CodeClasses(int codes, int words)
{
    private readonly int[] classOf = new int[codes];
    private readonly List<ulong[]> allowed = [AllAllowed(words)];

    /// <summary>How many classes there are; at least one.</summary>
    public int Count => allowed.Count;

    /// <summary>Whether any selection refuses any code.</summary>
    public bool Matters => Count > 1 || allowed[0].Any(word => word != ulong.MaxValue);

    /// <summary>For each code its class times a place value.</summary>
    public ushort[] PlacesOf(int place) => Array.ConvertAll(classOf, one => checked((ushort)(one * place)));

    /// <summary>Keeps of some words only the bits of the selections that accept a class.</summary>
    public void And(int codeClass, Span<ulong> into)
    {
        for (var word = 0; word < into.Length; word++)
        {
            into[word] &= allowed[codeClass][word];
        }
    }

    /// <summary>Lets selections refuse some codes; a class of which they refuse a part becomes two.</summary>
    /// <param name="bits">The bits of the selections.</param>
    /// <param name="takes">Whether they take a code.</param>
    public void Forbid(IReadOnlyList<int> bits, Func<int, bool> takes)
    {
        var taken = new bool[codes];
        var hasTaken = new bool[Count];
        for (var code = 0; code < codes; code++)
        {
            taken[code] = takes(code);
            hasTaken[classOf[code]] |= taken[code];
        }

        // Of each class what its refused codes become: the class itself where all of its codes are refused.
        var refusedOf = new int[Count];
        Array.Fill(refusedOf, -1);
        for (var code = 0; code < codes; code++)
        {
            if (!taken[code])
            {
                ref var refused = ref refusedOf[classOf[code]];
                if (refused < 0)
                {
                    refused = hasTaken[classOf[code]] ? Split(classOf[code]) : classOf[code];
                    Refuse(allowed[refused], bits);
                }

                classOf[code] = refused;
            }
        }
    }

    private static void Refuse(ulong[] words, IReadOnlyList<int> bits)
    {
        foreach (var bit in bits)
        {
            words[bit / 64] &= ~(1UL << (bit % 64));
        }
    }

    private int Split(int codeClass)
    {
        allowed.Add([.. allowed[codeClass]]);
        return Count - 1;
    }

    private static ulong[] AllAllowed(int words)
    {
        var all = new ulong[words];
        Array.Fill(all, ulong.MaxValue);
        return all;
    }
}
