using Candour.Databank.Columns;
using Candour.Databank.Planning;
using Candour.Definitions;

namespace Candour.Databank.Native;

/// <summary>
/// A plan bound to columns. Every selection is a bit; for each column and code some words say which selections accept that
/// code, and the selections of a row are the AND of its words. Bits of a basis are contiguous and begin a word.
/// </summary>
internal sealed class BoundPlan
{
    /// <summary>Words are read four at a time.</summary>
    internal const int WordsTogether = 4;

    private readonly List<(Selection Selects, int Bit)> selections = [];
    private IReadOnlyCollection<ClassedSource> sources = [];

    private BoundPlan(DatasetPlan plan, EncodedColumns columns, CellAxes axes) => (Plan, Columns, Axes) = (plan, columns, axes);

    public DatasetPlan Plan { get; }

    public EncodedColumns Columns { get; }

    public CellAxes Axes { get; }

    /// <summary>How many words a row has.</summary>
    public int Words { get; private set; }

    /// <summary>What decides which selections accept a row; all of it together.</summary>
    public IReadOnlyList<JoinedClasses> Deciding { get; private set; } = [];

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
        bound.sources = bound.Sources(new VerdictBinding(columns, catalogue));
        bound.Deciding = JoinedClasses.Of(bound.sources, bound.Words, RowWords.NumbersAtMost);
        return bound;
    }

    /// <summary>The kinds of rows that the selections tell apart, numbered; none where there are more than that many.</summary>
    public JoinedClasses? Kinds(int most) => JoinedClasses.Whole(sources, Words, most);

    private Dictionary<string, ClassedSource>.ValueCollection Sources(VerdictBinding verdicts)
    {
        var sources = new Dictionary<string, ClassedSource>();
        // Many selections ask the same: it is decided once for all of them.
        foreach (var same in selections.SelectMany(one => one.Selects.Asks.Select(ask => (Ask: ask, one.Bit)))
            .GroupBy(one => (Name: VerdictBinding.NameOf(one.Ask), OrMore: VerdictBinding.Takes(one.Ask, VerdictSource.CannotSay))))
        {
            var (ask, bits) = (same.First().Ask, same.Select(one => one.Bit).ToList());
            if (verdicts.Direct(ask) is { } coded)
            {
                SourceOf($"column {coded.Field}", () => new ClassedSource.OfColumn(coded.Column, coded.Verdicts.Length, Words))
                    .Classes.Forbid(bits, code => VerdictBinding.Takes(ask, coded.Verdicts[code]));
            }
            else
            {
                SourceOf(same.Key.Name, () => new ClassedSource.OfVerdicts(verdicts.Source(ask), Words))
                    .Classes.Forbid(bits, verdict => VerdictBinding.Takes(ask, (byte)verdict));
            }
        }

        return sources.Values;

        ClassedSource SourceOf(string name, Func<ClassedSource> make)
        {
            if (!sources.TryGetValue(name, out var source))
            {
                sources[name] = source = make();
            }

            return source;
        }
    }
}
