using Candour.Statistics;

namespace Candour.Tests.Statistics;

public sealed partial class MethodPageTests
{
    [Fact]
    public void The_worked_example_of_the_surveys_page_is_right()
    {
        var tables = WorkedExample.Of("docs/method/surveys.md");
        Assert.Equal([2, 1, 4, 4, 3, 5, 1, 1, 3], tables.Select(table => table.Count));
        var response = Assert.IsType<ResponseRate.Known>(ResponseRate.Of([.. tables[0].Select(row =>
            new WeightingClass(row.Share("answered", "asked"), row.Number("base weight")))]));
        foreach (var (row, weight) in tables[0].Zip(response.Weights))
        {
            row.Shows("weight", weight);
        }

        tables[1][0].Shows("answered", response.Answers.Numerator);
        tables[1][0].Shows("asked", response.Answers.Denominator);
        tables[1][0].Shows("rate", response.Rate);
        tables[1][0].Shows("effective cases", response.Cases.Effective);

        var cells = tables[2].SelectMany((row, a) =>
            row.Numbers("answered").Select((people, b) => new AnsweredAlike([a, b], (long)people, 1))).ToList();
        IReadOnlyList<double>[] margins = [[.. tables[2].Select(row => row.Number("population"))], [365, 415, 720]];
        var raked = Assert.IsType<Raking.Known>(Raking.Of(cells, margins, WeightCaps.None));
        for (var i = 0; i < 4; i++)
        {
            tables[3][i].Shows("first", raked.Weights[3 * i]);
            tables[3][i].Shows("second", raked.Weights[(3 * i) + 1]);
            tables[3][i].Shows("third", raked.Weights[(3 * i) + 2]);
        }

        foreach (var row in tables[4])
        {
            var result = Raking.Of(cells, margins, row["upper cap"] == "none"
                ? WeightCaps.None : new WeightCaps(0, row.Number("upper cap")));
            row.ShowsWords("result", result.GetType().Name);
            if (result is Raking.Known known)
            {
                row.Shows("design effect", known.Cases.DesignEffect);
                row.Shows("capped", known.Capped);
            }
            else
            {
                row.Shows("margin off", Assert.IsType<Raking.DoesNotConverge>(result).Off);
            }
        }

        var answers = Assert.IsType<Answers.Known>(Answers.Of(
            [
                .. tables[5].SelectMany((row, option) => Enumerable.Repeat(
                    new WeightedAnswer(option, row.Number("weight")), (int)row.Number("answers"))),
            ], 5));
        foreach (var (row, option) in tables[5].Zip(answers.Options))
        {
            row.Shows("share", option);
        }

        tables[6][0].Shows("top two", answers.TopTwo);
        tables[6][0].Shows("answers", answers.Cases.Cases);
        tables[6][0].Shows("effective cases", answers.Cases.Effective);

        var score = NetScore.Of((long)tables[7][0].Number("favourable"), (long)tables[7][0].Number("neither"),
            (long)tables[7][0].Number("unfavourable"));
        tables[7][0].Shows("net score", score.Score);
        tables[7][0].Shows("standard error", score.StandardError);

        foreach (var row in tables[8])
        {
            row.ShowsWords("shown", string.Join(
                ",", ComplementRule.Of([.. row.Numbers("groups").Select(people => (long)people)], 10)));
        }
    }
}
