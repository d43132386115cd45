using Candour.Tests.Store;

namespace Candour.Tests.Freezing;

/// <summary>
/// Random steps of imports, corrections, freezes, attempts to thaw, adjustments and restatements, against a model: the figures of a
/// frozen quarter are the same to the last digit after each of them.
/// </summary>
public sealed class FrozenFiguresTests
{
    [Fact]
    public async Task Whatever_people_do_a_frozen_figure_stays()
    {
        var (steps, seeds) = (Proof.Times(130, 5_000), Proof.Times(1, 20));
        var taken = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var compared = 0L;
        for (var seed = 1; seed <= seeds; seed++)
        {
            using var model = new FreezeModel(seed);
            for (var step = 0; step < steps; step++)
            {
                try
                {
                    await model.StepAsync();
                }
                catch (Exception fault)
                {
                    throw new InvalidOperationException($"Seed {seed}, step {step}: {fault.Message}", fault);
                }
            }

            compared += model.FiguresCompared;
            Proof.Say($"Seed {seed}: {steps} steps, {model.FiguresCompared} frozen figures compared, 0 different.");
            foreach (var (name, count) in model.Steps)
            {
                taken[name] = taken.GetValueOrDefault(name) + count;
            }
        }

        Assert.True(compared > 1_000);
        Assert.All(new[] { "Freeze", "Validate refused", "ask", "accept Late", "thaw refused" }, name => Assert.True(taken.ContainsKey(name), name));
        Proof.Say($"{steps * seeds} steps, {compared} frozen figures compared, 0 different: {string.Join(", ", taken.Select(pair => $"{pair.Key} {pair.Value}"))}.");
    }
}
