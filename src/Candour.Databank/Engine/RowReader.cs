using Candour.Databank.Planning;
using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Databank.Engine;

/// <summary>What one row adds to its cell.</summary>
/// <param name="Numerator">See <see cref="Cells.CellState"/>.</param>
/// <param name="Denominator">See <see cref="Cells.CellState"/>.</param>
/// <param name="Missing">The row's weight when it cannot say.</param>
/// <param name="IsAbsent">Its count is not stated on this basis, so it adds nothing.</param>
/// <param name="Day">The duration of a days measure; -1 when there is none.</param>
public readonly record struct RowPart(long Numerator, long Denominator, long Missing, bool IsAbsent, int Day);

/// <summary>Decides for each row whether a measure counts it, in which period and with what.</summary>
public sealed class RowReader
{
    private readonly CompiledTest[] population;
    private readonly CompiledTest[] numerator;
    private readonly Formula formula;
    private readonly int[] periodColumn;
    private readonly int[] periodByCode;
    private readonly int[] weightColumn;
    private readonly long[] weights;
    private readonly int[] amountColumn = [];
    private readonly long[] amounts = [];
    private readonly (int[] Column, int[] Days) from;
    private readonly (int[] Column, int[] Days) to;
    private readonly (int[] Column, int[] Days) openUntil;

    public RowReader(PlannedMeasure plan, EncodedRows rows, IReadOnlyList<Period> periods)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(periods);
        PeriodCount = periods.Count;
        formula = plan.Measure.Formula;
        population = [.. plan.Population];
        numerator = [.. plan.Numerator];
        var positions = periods.Select((period, index) => (period, index)).ToDictionary(p => p.period, p => p.index);
        periodColumn = rows.Codes(plan.Basis.PeriodField);
        periodByCode =
            [.. rows.PeriodsOf(plan.Basis.PeriodField).Select(p => p is { } period ? positions.GetValueOrDefault(period, -1) : -1)];
        var weighed = plan.Basis.WeightField.Length > 0;
        weightColumn = weighed ? rows.Codes(plan.Basis.WeightField) : [];
        weights = weighed ? rows.Counts(plan.Basis.WeightField) : [];
        if (formula is Formula.Count { Amount: { Length: > 0 } amount })
        {
            amountColumn = rows.Codes(amount);
            amounts = rows.Numbers(amount);
        }

        if (formula is Formula.Days days)
        {
            from = Dates(days.From, rows);
            to = Dates(days.To, rows);
            openUntil = days.OpenUntil.Length > 0 ? Dates(days.OpenUntil, rows) : (new int[rows.Count], []);
        }
    }

    public int PeriodCount { get; }

    /// <summary>False when the row has no period on this basis or is outside the population.</summary>
    public bool Read(int row, out int period, out RowPart part)
    {
        part = default;
        period = periodByCode[periodColumn[row]];
        if (period < 0)
        {
            return false;
        }

        var belongs = Decide(population, row);
        if (belongs == Verdict.No)
        {
            return false;
        }

        var isAbsent = weights.Length > 0 && weightColumn[row] == 0;
        // Where an amount is summed, rows are what cannot say, whatever they weigh.
        var weight = weights.Length > 0 && amounts.Length == 0 ? weights[weightColumn[row]] : 1;
        part = isAbsent ? new RowPart(0, 0, 0, true, -1)
            : belongs == Verdict.Unknown ? new RowPart(0, 0, weight, false, -1)
            : formula switch
            {
                Formula.Count when amounts.Length == 0 => new RowPart(weight, 0, 0, false, -1),
                Formula.Count => Amount(row),
                Formula.Days => Duration(row, weight),
                _ => Decide(numerator, row) switch
                {
                    Verdict.Yes => new RowPart(weight, weight, 0, false, -1),
                    Verdict.No => new RowPart(0, weight, 0, false, -1),
                    _ => new RowPart(0, 0, weight, false, -1),
                },
            };
        return true;
    }

    /// <summary>An amount is the row's whole amount, whatever the row weighs. A row without it cannot say how much.</summary>
    private RowPart Amount(int row) => amountColumn[row] == 0
        ? new RowPart(0, 0, 1, false, -1)
        : new RowPart(amounts[amountColumn[row]], 0, 0, false, -1);

    /// <summary>A row without its start, or whose end lies before it, cannot say; one without its end is still open.</summary>
    private RowPart Duration(int row, long weight)
    {
        var start = from.Column[row];
        var decided = to.Column[row] != 0;
        var end = decided ? to.Column[row] : openUntil.Column[row];
        if (start == 0 || end == 0)
        {
            return new RowPart(0, 0, weight, false, -1);
        }

        var days = (decided ? to.Days[end] : openUntil.Days[end]) - from.Days[start];
        return days < 0 ? new RowPart(0, 0, weight, false, -1)
            : new RowPart(decided ? weight : 0, weight, 0, false, days);
    }

    private static Verdict Decide(CompiledTest[] tests, int row)
    {
        var verdict = Verdict.Yes;
        foreach (var test in tests)
        {
            switch (test.Of(row))
            {
                case Verdict.No:
                    return Verdict.No;
                case Verdict.Unknown:
                    verdict = Verdict.Unknown;
                    break;
            }
        }

        return verdict;
    }

    private static (int[] Column, int[] Days) Dates(string field, EncodedRows rows) =>
        (rows.Codes(field), rows.Days(field));
}
