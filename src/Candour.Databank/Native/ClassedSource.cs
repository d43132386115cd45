using Candour.Databank.Columns;

namespace Candour.Databank.Native;

/// <summary>
/// Where the classes of rows come from: the codes of a column, or verdicts made row by row. The private constructor closes
/// the hierarchy.
/// </summary>
internal abstract class ClassedSource
{
    private ClassedSource(CodeClasses classes) => Classes = classes;

    /// <summary>How its codes or verdicts fall into classes.</summary>
    public CodeClasses Classes { get; }

    /// <summary>Adds to each of some rows its class, times a place value.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="places">For each code its class times the place value.</param>
    /// <param name="verdicts">Room for the verdicts of the rows.</param>
    /// <param name="joined">Where it is added.</param>
    public abstract void Add(int start, ReadOnlySpan<ushort> places, Span<byte> verdicts, Span<ushort> joined);

    /// <summary>The classes of a column's codes.</summary>
    public sealed class OfColumn(PackedColumn column, int words) : ClassedSource(new CodeClasses(column.Codes, words))
    {
        public override void Add(int start, ReadOnlySpan<ushort> places, Span<byte> verdicts, Span<ushort> joined) =>
            column.AddMapped(start, places, joined);
    }

    /// <summary>The classes of verdicts.</summary>
    public sealed class OfVerdicts(VerdictSource source, int words) : ClassedSource(new CodeClasses(VerdictSource.Kinds, words))
    {
        public override void Add(int start, ReadOnlySpan<ushort> places, Span<byte> verdicts, Span<ushort> joined)
        {
            var own = verdicts[..joined.Length];
            source.Fill(start, own);
            for (var i = 0; i < own.Length; i++)
            {
                joined[i] += places[own[i]];
            }
        }
    }
}
