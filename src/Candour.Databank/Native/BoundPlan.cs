using Candour.Databank.Columns;
using Candour.Databank.Planning;
using Candour.Definitions;

namespace Candour.Databank.Native;

/// <summary>
/// A plan bound to columns. Every selection is a bit; for each column and code one row of words says which selections
/// accept that code, and the selections of a row are the AND of its words. Bits of a basis are contiguous and begin a word.
/// </summary>
internal sealed class BoundPlan
{
    /// <summary>Words are read four at a time.</summary>
    private const int WordsTogether = 4;

    private readonly List<(Selection Selects, int Bit)> selections = [];

    private BoundPlan(DatasetPlan plan, EncodedColumns columns, CellAxes axes) => (Plan, Columns, Axes) = (plan, columns, axes);

    public DatasetPlan Plan { get; }

    public EncodedColumns Columns { get; }

    public CellAxes Axes { get; }

    /// <summary>How many words a row has.</summary>
    public int Words { get; private set; }

    /// <summary>Columns whose codes decide by themselves, with their table of words.</summary>
    public List<(PackedColumn Column, ulong[] Table)> Direct { get; } = [];

    /// <summary>Verdicts that must be made row by row, with the table of words of each verdict.</summary>
    public List<(VerdictSource Source, ulong[] Table)> Made { get; } = [];

    public List<BoundBasis> Bases { get; } = [];

    public static BoundPlan Bind(DatasetPlan plan, EncodedColumns columns, CellAxes axes, Catalogue catalogue)
    {
        var bound = new BoundPlan(plan, columns, axes);
        var word = 0;
        foreach (var basis in plan.Bases)
        {
            var own = new BoundBasis(basis, columns, axes, word);
            bound.Bases.Add(own);
            bound.selections.AddRange(own.Bits.Select((selects, bit) => (selects, (own.FirstWord * 64) + bit)));
            word += own.WordCount;
        }

        bound.Words = (word + WordsTogether - 1) / WordsTogether * WordsTogether;
        bound.BindTables(new VerdictBinding(columns, catalogue));
        return bound;
    }

    private void BindTables(VerdictBinding verdicts)
    {
        var direct = new Dictionary<PackedColumn, ulong[]>();
        var made = new Dictionary<string, ulong[]>();
        foreach (var (selects, bit) in selections)
        {
            foreach (var ask in selects.Asks)
            {
                if (verdicts.Direct(ask) is { } coded)
                {
                    if (!direct.TryGetValue(coded.Column, out var table))
                    {
                        direct[coded.Column] = table = AllAllowed(coded.Column.Codes);
                        Direct.Add((coded.Column, table));
                    }

                    Forbid(table, bit, ask, coded.Verdicts);
                }
                else
                {
                    var name = VerdictBinding.NameOf(ask);
                    if (!made.TryGetValue(name, out var table))
                    {
                        made[name] = table = AllAllowed(VerdictSource.Kinds);
                        Made.Add((verdicts.Source(ask), table));
                    }

                    Forbid(table, bit, ask, [VerdictSource.No, VerdictSource.CannotSay, VerdictSource.Yes]);
                }
            }
        }
    }

    private ulong[] AllAllowed(int codes)
    {
        var table = new ulong[codes * Words];
        Array.Fill(table, ulong.MaxValue);
        return table;
    }

    private void Forbid(ulong[] table, int bit, Ask ask, byte[] verdicts)
    {
        for (var code = 0; code < verdicts.Length; code++)
        {
            if (!VerdictBinding.Takes(ask, verdicts[code]))
            {
                table[(code * Words) + (bit / 64)] &= ~(1UL << (bit % 64));
            }
        }
    }
}
