using Candour.Synthesis.Files;

namespace Candour.Synthesis.Workforce;

/// <summary>One row a quarterly return of workforce figures and the day it arrived.</summary>
internal sealed class WorkforceReturns(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "workforce-returns", "return force snapshot_date received_date");

    private readonly Numbering returns = NationDraw.NumberForces("WR");
    private readonly double[] tilts = nation.Chance("workforce-returns of forces").Tilts(44, 0.3);

    public override void Conclude()
    {
        foreach (var (force, code, month) in ForceMonths().Where(place => place.Month.Month % 3 == 0))
        {
            var end = month.AddMonths(1).AddDays(-1);
            if (Known(end.AddDays((int)Random.LogNormal(24 * tilts[force], 0.5)), 960) is { } received)
            {
                Write(returns.Next(force), code, end, received);
            }
        }
    }
}
