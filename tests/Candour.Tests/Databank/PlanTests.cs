using Candour.Databank.Planning;
using Candour.Definitions;

namespace Candour.Tests.Databank;

/// <summary>The plan is a text that people review: a definition that changes what is computed changes a line of it.</summary>
public sealed class PlanTests
{
    private static readonly Dataset Crimes = Repository.Catalogue.Datasets["crimes"];

    [Fact]
    public void Is_the_reviewed_one()
    {
        var reviewed = Repository.At("tests", "Candour.Tests", "Databank", "Fixtures", "plan.txt");
        var plan = string.Join('\n', Repository.Catalogue.Datasets.Values.OrderBy(dataset => dataset.Id, StringComparer.Ordinal)
            .Select(dataset => PlanCompiling.Compile(dataset, Repository.Catalogue))
            .Where(one => one.Bases.Count + one.RowsRead.Count > 0).Select(PlanText.Explain));
        var now = Path.Combine(AppContext.BaseDirectory, "plan.txt");
        File.WriteAllText(now, plan);

        Assert.True(
            File.Exists(reviewed) && File.ReadAllText(reviewed) == plan,
            $"The plan is another one. Read what changed (diff {reviewed} {now}), and copy it there if it is right.");
    }

    [Fact]
    public void Counts_each_thing_once()
    {
        foreach (var basis in Repository.Catalogue.Datasets.Values
            .SelectMany(dataset => PlanCompiling.Compile(dataset, Repository.Catalogue).Bases))
        {
            Assert.Distinct(basis.Counters.Select(counter => $"{counter.Weighs} {counter.Selects.Text}"));
            Assert.Distinct(basis.Days.Select(days => $"{days.Days} {days.Selects.Text}"));
        }
    }

    [Fact]
    public void Does_not_depend_on_the_order_of_the_measures()
    {
        var measures = Repository.Catalogue.Measures.Values.Where(measure => measure.Datasets.Contains("crimes")).ToList();

        Assert.Equal(
            PlanText.Explain(PlanCompiling.Compile(Crimes, measures, Repository.Catalogue)),
            PlanText.Explain(PlanCompiling.Compile(Crimes, measures.AsEnumerable().Reverse(), Repository.Catalogue)));
    }

    [Fact]
    public void Every_measure_made_of_rows_is_counted_or_read_from_rows()
    {
        foreach (var measure in Repository.Catalogue.Measures.Values.Where(measure => measure.IsMadeOfRows))
        {
            foreach (var plan in measure.Datasets.Select(id => PlanCompiling.Compile(Repository.Catalogue.Datasets[id], Repository.Catalogue)))
            {
                Assert.Single(plan.Bases.SelectMany(basis => basis.Recipes).Select(recipe => recipe.Measure)
                    .Concat(plan.RowsRead.Select(read => read.Measure)), one => one.Id == measure.Id);
            }
        }
    }

    [Fact]
    public void A_sampling_weight_is_never_a_count_weight() => Assert.All(
        Repository.Catalogue.Datasets.Values.SelectMany(dataset => PlanCompiling.Compile(dataset, Repository.Catalogue).Bases
            .SelectMany(basis => basis.Counters).Select(counter => dataset.FieldNamed(counter.Weighs.Field)?.Type)),
        type => Assert.NotEqual(FieldType.SamplingWeight, type));
}
