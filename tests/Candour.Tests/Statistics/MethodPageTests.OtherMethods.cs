using Candour.Statistics;
using Candour.Statistics.Disclosure;

namespace Candour.Tests.Statistics;

public sealed partial class MethodPageTests
{
    [Fact]
    public void The_worked_example_of_the_page_of_other_methods_is_right()
    {
        var tables = WorkedExample.Of("docs/method/other-methods.md");
        Assert.Equal([2, 4, 1, 2, 3], tables.Select(table => table.Count));
        foreach (var row in tables[0])
        {
            var exact = ExactShare.Interval((long)row.Number("successes"), (long)row.Number("cases"));
            row.Shows("exact lower", exact.Lower);
            row.Shows("exact upper", exact.Upper);
        }

        var (one, other) = (new ShareCount(7, 34), new ShareCount(1, 34));
        Estimate[] differences =
        [
            DifferenceMethods.Wald(one, other), DifferenceMethods.AgrestiCaffo(one, other), DifferenceMethods.Mee(one, other),
            DifferenceMethods.MiettinenNurminen(one, other),
        ];
        foreach (var (row, difference) in tables[1].Zip(differences))
        {
            row.Shows("difference", difference, "lower", "upper");
        }

        foreach (var row in tables[2])
        {
            row.Shows(
                "difference", PairedShares.Difference((long)row.Number("only first"), (long)row.Number("only second"), (long)row.Number("cases")),
                "lower", "upper");
        }

        var agreement = WorkedExample.Of("docs/method/agreement.md");
        tables[3][0].Shows("value", OtherAgreement.Bangdiwala(
            [.. agreement[0][0]["table"].Split(';').Select(line => (IReadOnlyList<long>)[.. line.Trim().Split(' ').Select(long.Parse)])]));
        tables[3][1].Shows(
            "value",
            OtherAgreement.Conger(
                [.. agreement[1].Select(row => (IReadOnlyList<int?>)[.. row["codes"].Split(' ').Select(code => code == "-" ? (int?)null : int.Parse(code) - 1)])], 5),
            "lower", "upper");

        foreach (var row in tables[4])
        {
            double[] amounts = [.. row.Numbers("amounts")];
            var cell = AdditiveTables.Of([new("days", (long)amounts.Sum())], []);
            string Said(Contributions rule) => PrimarySuppression.Of(cell, new DisclosureRules(), [rule]).Count > 0 ? "unsafe" : "safe";
            row.ShowsWords("10 % rule", Said(new Contributions("days", amounts)));
            row.ShowsWords("two with 85 %", Said(new Contributions("days", amounts, Percent: 0, Few: 2)));
        }
    }
}
