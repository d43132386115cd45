using Candour.Databank.Engine;
using Candour.Definitions;
using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Figures;

/// <summary>How far two assessments of the same thing agree. A row with one assessment only is no pair, and is not counted.</summary>
internal static class AgreementAnswer
{
    public static Answer Of(Place asked, Measure measure, Dataset dataset, Formula.Agreement agreement)
    {
        var pass = asked.States.Rows(dataset);
        var list = asked.States.Catalogue.CodesOf(dataset, agreement.First);
        var codes = list.Codes.Select(code => code.Id).ToList();
        var table = codes.Select(_ => new long[codes.Count]).ToArray();
        var first = Positions(pass.Encoded, agreement.First, codes);
        var second = Positions(pass.Encoded, agreement.Second, codes);
        var missing = 0L;
        foreach (var (row, part) in pass.Counted(measure, asked.Areas, asked.Period, asked.Where))
        {
            missing += part.Missing;
            if (part.Missing == 0 && first(row) >= 0 && second(row) >= 0)
            {
                table[first(row)][second(row)]++;
            }
        }

        var pairs = table.Sum(row => row.Sum());
        var sum = asked.Covered(pass, dataset) with { State = new(0, 0, missing, pairs, 0, []) };
        var met = agreement.Meets.SelectMany(list.Expand).Select(code => codes.IndexOf(code)).ToHashSet();
        var numerator = agreement.Statistic == AgreementStatistic.Difference
            ? table.Where((_, k) => met.Contains(k)).Sum(row => row.Sum())
            : table.Select((row, k) => row[k]).Sum();
        return new Answer(
            sum.Covered == 0 ? new Figure.NotRecorded("No data were submitted for this area and period.")
                : pairs == 0 ? new Figure.NotApplicable($"No {measure.Unit.Plural()} were assessed twice here.")
                : agreement.Statistic == AgreementStatistic.Difference ? Known(Difference(table, met, pairs))
                : Coefficient(table, agreement.Statistic),
            sum, numerator, pairs);
    }

    private static Estimate Difference(long[][] table, HashSet<int> met, long pairs)
    {
        var (onlyFirst, onlySecond) = (0L, 0L);
        for (var k = 0; k < table.Length; k++)
        {
            for (var l = 0; l < table.Length; l++)
            {
                onlyFirst += met.Contains(k) && !met.Contains(l) ? table[k][l] : 0;
                onlySecond += !met.Contains(k) && met.Contains(l) ? table[k][l] : 0;
            }
        }

        return PairedShares.Difference(onlyFirst, onlySecond, pairs);
    }

    private static Figure Coefficient(long[][] table, AgreementStatistic statistic) => TwoReviewers.Of(table).Match<Figure>(
        known => Known(statistic == AgreementStatistic.Kappa ? known.Kappa : known.Ac),
        _ => new Figure.NotApplicable("Nothing was assessed twice here."));

    private static Figure Known(Estimate estimate) => estimate.Match<Figure>(
        known => new Figure.Known(known.Value, known.Interval.Lower, known.Interval.Upper),
        few => new Figure.TooFew($"Only {NumberText.Count(few.Counted)} were assessed twice; {NumberText.Count(few.Needed)} are needed."),
        _ => new Figure.NotApplicable("Each assessor gave one and the same answer to everything, so agreement beyond chance cannot be told."));

    private static Func<int, int> Positions(EncodedRows rows, string field, List<string> codes)
    {
        var position = rows.Dictionary(field).Select(code => codes.IndexOf(code)).ToArray();
        var column = rows.Column(field).ToArray();
        return row => position[column[row]];
    }
}
