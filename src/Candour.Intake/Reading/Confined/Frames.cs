using System.Text;
using Candour.Kernel;

namespace Candour.Intake.Reading.Confined;

/// <summary>A refusal that was said in the reading process.</summary>
/// <param name="Kind">The name of the refusal there, which gives its code.</param>
/// <param name="Words">Its sentence.</param>
/// <param name="At">Line; 0 for none.</param>
/// <param name="Name">Column; empty for none.</param>
public sealed record RefusedByReader(string Kind, string Words, long At, string Name) : FileRefusal(Words, At, Name);

/// <summary>
/// The small protocol between the reading process and the one that maps: a letter for what comes, then its parts. What arrives is
/// data and nothing else; whatever is larger than it may be, or not of this protocol, ends the reading.
/// </summary>
internal static class Frames
{
    internal const byte BeginFrame = (byte)'B';
    internal const byte SheetFrame = (byte)'S';
    internal const byte RecordFrame = (byte)'R';
    internal const byte EndFrame = (byte)'E';
    internal const byte RefusalFrame = (byte)'X';
    internal const byte DoneFrame = (byte)'D';

    private const int MostCells = 20_000;
    private const int MostFindings = 100;
    private const int MostWords = 4_000;

    /// <summary>Reads what the other process says about one file, into a sink; true when it ended as it should.</summary>
    public static Result<long> Read(BinaryReader from, IRecordSink sink)
    {
        while (true)
        {
            switch (from.ReadByte())
            {
                case BeginFrame:
                    sink.Begin(new SourceForm(Words(from), Words(from), from.ReadBoolean(), from.ReadBoolean()));
                    break;
                case SheetFrame:
                    sink.BeginSheet(new SheetHeading(Words(from), from.ReadBoolean()));
                    break;
                case RecordFrame:
                    sink.Take(Record(from));
                    break;
                case EndFrame:
                    sink.EndSheet([.. Enumerable.Range(0, Number(from, MostFindings)).Select(_ => Finding(from))]);
                    break;
                case RefusalFrame:
                    return new RefusedByReader(Words(from), Words(from), from.ReadInt64(), Words(from));
                case DoneFrame:
                    return from.ReadInt64();
                default:
                    throw new InvalidDataException("Not a frame.");
            }
        }
    }

    public static void Write(BinaryWriter to, SourceRecord record)
    {
        to.Write(RecordFrame);
        to.Write(record.Line);
        to.Write(record.Ends);
        to.Write7BitEncodedInt(record.BrokenQuote + 1);
        to.Write7BitEncodedInt(record.Cells.Count);
        for (var i = 0; i < record.Cells.Count; i++)
        {
            to.Write((byte)record.Cells[i].Kind);
            to.Write(record.Cells[i].Text);
        }
    }

    public static void Write(BinaryWriter to, Refusal refusal)
    {
        to.Write(RefusalFrame);
        to.Write(refusal.GetType().Name);
        to.Write(refusal.Sentence);
        to.Write((refusal as FileRefusal)?.Line ?? 0);
        to.Write((refusal as FileRefusal)?.Column ?? "");
    }

    private static SourceRecord Record(BinaryReader from)
    {
        var (line, ends, broken) = (from.ReadInt64(), from.ReadBoolean(), from.Read7BitEncodedInt() - 1);
        var cells = new Cell[Number(from, MostCells)];
        for (var i = 0; i < cells.Length; i++)
        {
            var kind = from.ReadByte();
            cells[i] = kind <= (byte)CellKind.Merged ? new Cell(from.ReadString(), (CellKind)kind) : throw new InvalidDataException("Not a cell.");
        }

        return new SourceRecord(line, cells, ends, broken);
    }

    private static Finding Finding(BinaryReader from) => new(
        Words(from), (Severity)Math.Clamp(from.ReadInt32(), 0, 2), from.ReadInt64(), Words(from), "", Words(from), from.ReadInt64());

    private static int Number(BinaryReader from, int most) =>
        from.Read7BitEncodedInt() is var number && number >= 0 && number <= most ? number : throw new InvalidDataException("Too many.");

    private static string Words(BinaryReader from) =>
        from.ReadString() is { Length: <= MostWords } words ? words : throw new InvalidDataException("Too long.");

    /// <summary>Writes what a reader says as frames.</summary>
    internal sealed class Writing(BinaryWriter to) : IRecordSink
    {
        public void Begin(SourceForm form)
        {
            to.Write(BeginFrame);
            to.Write(form.Kind);
            to.Write(form.Encoding);
            to.Write(form.EncodingIsKnown);
            to.Write(form.CellsAreCounted);
        }

        public void BeginSheet(SheetHeading heading)
        {
            to.Write(SheetFrame);
            to.Write(heading.Name.Length <= 255 ? heading.Name : heading.Name[..255]);
            to.Write(heading.IsHidden);
        }

        public void Take(SourceRecord record) => Write(to, record);

        public void EndSheet(IReadOnlyList<Finding> findings)
        {
            to.Write(EndFrame);
            to.Write7BitEncodedInt(findings.Count);
            foreach (var finding in findings)
            {
                to.Write(finding.Code);
                to.Write((int)finding.Severity);
                to.Write(finding.Line);
                to.Write(finding.Column);
                to.Write(finding.Message);
                to.Write(finding.Rows);
            }
        }
    }

    internal static BinaryWriter Writer(Stream to) => new(to, new UTF8Encoding(false));

    internal static BinaryReader Reader(Stream from) => new(from, new UTF8Encoding(false));
}
