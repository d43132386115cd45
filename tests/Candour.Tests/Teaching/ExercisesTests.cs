using Candour.Teaching;

namespace Candour.Tests.Teaching;

/// <summary>The exercises teach what the readings say.</summary>
public sealed class ExercisesTests
{
    [Fact]
    public void There_are_five_each_with_one_right_answer_and_a_reason_for_every_answer()
    {
        Assert.Equal(5, Exercises.All.Count);
        Assert.All(Exercises.All, one => Assert.Single(one.Answers, answer => answer.IsRight));
        Assert.All(Exercises.All.SelectMany(one => one.Answers), answer => Assert.True(answer.Why.Length > 20));
    }

    [Fact]
    public void The_charts_say_what_the_right_answers_say()
    {
        Assert.Contains("No signal", Exercises.All[0].Chart!.Sentence, StringComparison.Ordinal);
        Assert.Contains("4 periods are still settling", Exercises.All[1].Chart!.Sentence, StringComparison.Ordinal);
        Assert.Contains("Area F cannot be told apart from", Exercises.All[2].Chart!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_word_of_the_glossary_is_explained_once_and_has_a_place_of_its_own()
    {
        Assert.True(GlossaryTerms.All.Count > 50);
        Assert.Equal(GlossaryTerms.All.Count, GlossaryTerms.All.Select(term => term.Id).Distinct().Count());
        Assert.All(GlossaryTerms.All, term => Assert.True(term.Meaning.Length > 10));
        Assert.Throws<InvalidOperationException>(() => GlossaryTerms.Named("No such word"));
    }
}
