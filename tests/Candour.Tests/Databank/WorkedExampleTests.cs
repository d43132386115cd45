using Candour.Kernel;
using Candour.Readings.Figures;

namespace Candour.Tests.Databank;

/// <summary>Every measure's worked examples, recomputed by the real engine, the way a published figure goes.</summary>
public sealed class WorkedExampleTests
{
    public static TheoryData<string> Computed =>
    [
        .. Repository.Catalogue.Measures.Values.Where(Answering.IsComputed).Select(measure => measure.Id)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Computed))]
    public void Gives_the_figure_it_states(string id)
    {
        var measure = Repository.Catalogue.Measures[id];

        foreach (var example in measure.Examples)
        {
            var answer = Worked.Answer(measure, example, Repository.Catalogue);
            var figure = Assert.IsType<Figure.Known>(answer.Figure);

            Assert.Equal(example.Expected.Value, figure.Value, 6);
            Assert.Equal(example.Expected with { Value = 0 }, Worked.Said(answer, measure, figure) with { Value = 0 });
        }
    }
}
