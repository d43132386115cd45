using Candour.Databank.Cells;
using Candour.Databank.Columns;
using Candour.Databank.Native;
using Candour.Databank.Planning;
using Candour.Definitions;
using Candour.Intake.Submitting;

namespace Candour.Bench;

/// <summary>What the native engine is timed at.</summary>
internal sealed class Ours(Nation nation, Settings settings, string folder)
{
    private readonly NativeEngine engine = new(settings.Threads, settings.Path);

    /// <summary>Seconds of one read of every byte of every column, on all threads: the machine's own speed.</summary>
    public double Scan()
    {
        var seconds = Timing.Median(() =>
        {
            var sum = 0L;
            Parallel.ForEach(nation.Columns.Columns, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads }, column =>
            {
                var numbers = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, System.Numerics.Vector<long>>(column.Bytes);
                var own = System.Numerics.Vector<long>.Zero;
                foreach (var number in numbers)
                {
                    own ^= number;
                }

                Interlocked.Add(ref sum, own[0]);
            });
            GC.KeepAlive(sum);
        });
        return seconds;
    }

    /// <summary>Every state of every area and roll-up.</summary>
    public NationStates Everything() => Computed(nation.Plan, nation.Columns, StateScope.Everything);

    /// <summary>Seconds of the whole databank: every cell of every area and roll-up computed, what adds up written.</summary>
    public (double Seconds, long Values, long Bytes) Databank()
    {
        var (values, bytes) = (0L, 0L);
        var seconds = Timing.Median(() =>
        {
            var states = Everything();
            bytes = Written(states);
            values = states.States.Sum(node => node.Sum(basis => basis.Counters.Sum(block => (long)block.Values.Length)
                + basis.Quantiles.SelectMany(one => one).Sum(block => (long)block.Values.Length)
                + basis.Distinct.SelectMany(one => one).Sum(block => (long)block.Values.Length)));
        });
        return (seconds, values, bytes);
    }

    /// <summary>The whole databank once more.</summary>
    public void Once() => Written(Everything());

    /// <summary>Seconds of a slice by one breakdown: of all measures, and of one.</summary>
    public (double All, double One) Slices()
    {
        var all = PlanCompiling.Compile(nation.Dataset, nation.Measures.Select(one => one with { Breakdowns = [Nation.SliceBy], Pairs = [] }), nation.Catalogue);
        var share = nation.Measures.First(one => one.Formula is Formula.Share);
        var single = PlanCompiling.Compile(nation.Dataset, [share with { Breakdowns = [Nation.SliceBy], Pairs = [] }], nation.Catalogue);
        return (
            Timing.Median(() => Computed(all, nation.Columns, StateScope.WhatAddsUp)),
            Timing.Median(() => Computed(single, nation.Columns, StateScope.WhatAddsUp)));
    }

    /// <summary>
    /// Seconds from the submission files of one area, as after a re-submitted month of it, to its cells: read, encoded,
    /// computed and written; and, once, of the same from all files.
    /// </summary>
    public (double Again, double Full) Resubmission()
    {
        var own = Path.Combine(folder, "area.parquet");
        SubmissionFile.WriteAsync(own, nation.Dataset, "synthetic", nation.OneArea, CancellationToken.None).GetAwaiter().GetResult();
        return (Timing.Median(() => Refreshed([own])), Timing.Once(() => Refreshed(nation.Files)));
    }

    private void Refreshed(IEnumerable<string> files)
    {
        var building = new ColumnsBuilding(nation.Dataset, nation.Plan.Fields);
        foreach (var file in files)
        {
            building.Add(SubmissionFile.ReadAsync(file, nation.Dataset, CancellationToken.None).GetAwaiter().GetResult());
        }

        Written(Computed(nation.Plan, building.Finish(""), StateScope.WhatAddsUp));
    }

    private NationStates Computed(DatasetPlan plan, EncodedColumns columns, StateScope scope) =>
        engine.Compute(plan, columns, nation.Months, nation.Catalogue, scope)
            .Match(made => made, refusal => throw new InvalidOperationException(refusal.Sentence));

    private long Written(NationStates made)
    {
        for (var node = 0; node < made.LowestCount; node++)
        {
            AreaFile.Write(AreaFile.PathOf(folder, nation.Dataset.Id, made.Nodes[node].Name), new AreaCells(
                nation.Dataset.Id, made.Nodes[node].Name, "synthetic", [], made.Axes.Periods, made.Axes, made.States[node]));
        }

        return AreaFile.Of(folder, nation.Dataset.Id).Sum(path => new FileInfo(path).Length);
    }
}
