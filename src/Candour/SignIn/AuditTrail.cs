using System.Threading.Channels;
using Candour.Store;

namespace Candour.SignIn;

/// <summary>
/// Writes what was read into the trail before it is shown. Entries that come at the same time share one transaction: each
/// waits until it is on the disk, and none waits for more than one other.
/// </summary>
public sealed class AuditTrail : IAsyncDisposable
{
    private readonly Channel<(AuditEntry Entry, TaskCompletionSource Written)> waiting =
        Channel.CreateBounded<(AuditEntry, TaskCompletionSource)>(10_000);

    private readonly OperationalStore store;
    private readonly Task writing;

    public AuditTrail(OperationalStore store)
    {
        this.store = store;
        writing = Task.Run(WriteAsync);
    }

    /// <summary>Returns when the entry is on the disk; fails when it could not be written, and then nothing may be shown.</summary>
    public async Task WriteAsync(AuditEntry entry)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await waiting.Writer.WriteAsync((entry, written));
        await written.Task;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writing;
    }

    private async Task WriteAsync()
    {
        var together = new List<(AuditEntry Entry, TaskCompletionSource Written)>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            together.Clear();
            while (together.Count < 512 && waiting.Reader.TryRead(out var next))
            {
                together.Add(next);
            }

            Write(together);
        }
    }

    private void Write(List<(AuditEntry Entry, TaskCompletionSource Written)> together)
    {
        try
        {
            store.Append([.. together.Select(one => one.Entry)]);
            together.ForEach(one => one.Written.SetResult());
        }
#pragma warning disable CA1031 // Whoever waits for the entry meets the fault; the trail itself goes on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            together.ForEach(one => one.Written.SetException(fault));
        }
    }
}
