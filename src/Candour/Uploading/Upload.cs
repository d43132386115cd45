using Candour.Access;
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

    /// <summary>How far it has come.</summary>
    public UploadStage Stage { get; set; } = new UploadStage.Reading();

    /// <summary>What its sender has answered, as KEY=VALUE.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Records read so far.</summary>
    public long Rows => Interlocked.Read(ref rows);

    public CancellationToken Cancelled => cancelled.Token;

    /// <summary>Stops whatever is being done with it.</summary>
    public void Cancel() => cancelled.Cancel();

    public void Dispose() => cancelled.Dispose();

    /// <summary>Reads as the reader does, counting, until it is cancelled.</summary>
    public FileReader Counting(FileReader reader) => (file, wishes, sink) => reader(file, wishes, new Counted(this, sink));

    private sealed class Counted(Upload upload, IRecordSink inner) : IRecordSink
    {
        public void Begin(SourceForm form) => inner.Begin(form);

        public void BeginSheet(SheetHeading heading) => inner.BeginSheet(heading);

        public void Take(SourceRecord record)
        {
            upload.Cancelled.ThrowIfCancellationRequested();
            Interlocked.Increment(ref upload.rows);
            inner.Take(record);
        }

        public void EndSheet(IReadOnlyList<Candour.Kernel.Finding> findings) => inner.EndSheet(findings);
    }
}
