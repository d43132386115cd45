using Candour.Access;
using Candour.Intake.Guiding;
using Candour.Intake.Reading;

namespace Candour.Uploading;

/// <summary>One file that somebody sent by the browser, from its arrival until it is a submission or forgotten.</summary>
/// <param name="Id">In its address; tells nothing.</param>
/// <param name="Sender">Who sent it; nobody else may see it.</param>
/// <param name="Mapping">The mapping that was named; empty when it is found by the columns.</param>
/// <param name="File">Its bytes, in memory.</param>
/// <param name="Began">When it arrived.</param>
public sealed record Upload(string Id, Viewer Sender, string Mapping, SourceFile File, DateTimeOffset Began) : IDisposable
{
    private readonly CancellationTokenSource cancelled = new();
    private long rows;
    private long bytes;

    /// <summary>How far it has come.</summary>
    public UploadStage Stage { get; set; } = new UploadStage.Reading();

    /// <summary>What its sender has answered, by the word of the question.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>The text of the mapping that its sender has made by saying what the columns mean; empty when none was made.</summary>
    public string MadeMapping { get; init; } = "";

    /// <summary>What its columns look like, under the encoding that was answered; absent until somebody asks.</summary>
    public (string Encoding, SourceSurvey Survey)? Surveyed { get; set; }

    /// <summary>Records read so far.</summary>
    public long Rows => Interlocked.Read(ref rows);

    /// <summary>How many of the file's bytes have been read, near enough; only where the file says its rows one after the other, as plain text does.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>When the reading began; the time of its arrival while it waits for its turn.</summary>
    public DateTimeOffset ReadingSince { get; set; } = Began;

    public CancellationToken Cancelled => cancelled.Token;

    /// <summary>Stops whatever is being done with it.</summary>
    public void Cancel() => cancelled.Cancel();

    public void Dispose() => cancelled.Dispose();

    /// <summary>Reads as the reader does, counting, until it is cancelled.</summary>
    public FileReader Counting(FileReader reader) => (file, wishes, sink) => reader(file, wishes, new Counted(this, sink));

    private sealed class Counted(Upload upload, IRecordSink inner) : IRecordSink
    {
        private bool isText;

        public void Begin(SourceForm form)
        {
            // What is packed tells nothing of how long it will be.
            isText = form.Kind == "text" && !upload.File.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
            inner.Begin(form);
        }

        public void BeginSheet(SheetHeading heading) => inner.BeginSheet(heading);

        public void Take(SourceRecord record)
        {
            upload.Cancelled.ThrowIfCancellationRequested();
            Interlocked.Increment(ref upload.rows);
            if (isText)
            {
                Interlocked.Add(ref upload.bytes, Length(record));
            }

            inner.Take(record);
        }

        private static long Length(SourceRecord record)
        {
            var length = record.Cells.Count;
            for (var i = 0; i < record.Cells.Count; i++)
            {
                length += record.Cells[i].Text.Length;
            }

            return length;
        }

        public void EndSheet(IReadOnlyList<Candour.Kernel.Finding> findings) => inner.EndSheet(findings);
    }
}
