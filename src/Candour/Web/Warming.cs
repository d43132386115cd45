using Candour.Access;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>
/// Reads ahead what everybody asks first of a new snapshot, so that nobody waits for it: what changed in the whole of each hierarchy and in
/// each area, how complete each dataset is, and the list of all measures. It shows nothing to anybody: a page still asks its viewer's own room.
/// </summary>
public sealed partial class Warming(Rooms rooms, KeptSignals signals, KeptQuality quality, TimeProvider clock, ILogger<Warming> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Between, clock);
        var done = default(Kernel.ContentHash?);
        do
        {
            if (rooms.CurrentSnapshot() is { } now && now != done && rooms.Whole().Try(out var room, out _))
            {
                done = now;
                await Task.Run(() => ReadOrSay(room, stoppingToken), stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>A fault here must not end the server: whoever asks for the page meets it there, with its number.</summary>
    private void ReadOrSay(ReadingRoom room, CancellationToken cancellation)
    {
        try
        {
            Read(room, cancellation);
        }
#pragma warning disable CA1031 // Nobody waits for this; what could not be read ahead is read when it is asked for.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            SayNotReadAhead(log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Pages could not be read ahead.")]
    private static partial void SayNotReadAhead(ILogger log, Exception fault);

    /// <summary>One thing after the other, on one processor: whoever asks for a page comes first.</summary>
    public void Read(ReadingRoom room, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(room);
        foreach (var hierarchy in room.Catalogue.Hierarchies.Values.OrderBy(one => one.Id, StringComparer.Ordinal))
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            if (DatasetHere.By(room, hierarchy) is { Count: > 0 } datasets)
            {
                signals.Of(room, Viewer.Nobody, datasets, hierarchy, hierarchy.Top);
            }
        }

        foreach (var dataset in room.Catalogue.Datasets.Values.Where(one => room.Seen.Has(one.Id)).OrderBy(one => one.Id, StringComparer.Ordinal))
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            quality.Of(room, dataset);
        }

        foreach (var (group, measure) in MeasureGroup.Of(room, room.Measures).SelectMany(group => group.Measures.Select(measure => (group, measure))))
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            group.Whole(room, measure);
        }

        foreach (var (hierarchy, area) in room.Catalogue.Hierarchies.Values.OrderBy(one => one.Id, StringComparer.Ordinal)
            .SelectMany(hierarchy => hierarchy.Areas.Select(area => (hierarchy, area))))
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            if (Pages.AreaModel.Datasets(room, hierarchy).ToList() is { Count: > 0 } datasets)
            {
                signals.Of(room, Viewer.Nobody, datasets, hierarchy, area);
            }
        }
    }
}
