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
    public abstract void Add(int start, CodePlaces places, Span<byte> verdicts, Span<ushort> joined);

    /// <summary>The classes of a column's codes.</summary>
    /// <param name="column">The column.</param>
    /// <param name="codes">How many codes are told apart; every greater one is as the last of them.</param>
    /// <param name="words">How many words of selections a row has.</param>
    public sealed class OfColumn(PackedColumn column, int codes, int words) : ClassedSource(new CodeClasses(codes, words))
    {
        public override void Add(int start, CodePlaces places, Span<byte> verdicts, Span<ushort> joined)
        {
            if (places.Steps.Length > 0)
            {
                column.AddSteps(start, places.Steps, joined);
            }
            else
            {
                column.AddMapped(start, places.Table, joined);
            }
        }
    }

    /// <summary>The classes of verdicts.</summary>
    public sealed class OfVerdicts(VerdictSource source, int words) : ClassedSource(new CodeClasses(VerdictSource.Kinds, words))
    {
        public override void Add(int start, CodePlaces places, Span<byte> verdicts, Span<ushort> joined)
        {
            var own = verdicts[..joined.Length];
            source.Fill(start, own);
            CodeStep.Add<byte>(own, places.Steps, joined);
        }
    }
}

/// <summary>For each code of a source its class times a place value.</summary>
/// <param name="Table">By code.</param>
/// <param name="Steps">The same as steps; empty where there are too many.</param>
internal sealed record CodePlaces(ushort[] Table, CodeStep[] Steps)
{
    public static CodePlaces Of(ushort[] table) => new(table, CodeStep.Of(table));
}
