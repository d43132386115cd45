using Candour.Readings.Charts;

namespace Candour.Teaching;

/// <summary>A way to answer, and what is to be said of it.</summary>
/// <param name="Text">The answer.</param>
/// <param name="IsRight">Whether it is the right one; one of each exercise is.</param>
/// <param name="Why">Why it is right, or what it overlooks.</param>
public sealed record ExerciseAnswer(string Text, bool IsRight, string Why);

/// <summary>One short exercise on invented numbers.</summary>
/// <param name="Title">What it trains.</param>
/// <param name="Story">What somebody says in a meeting.</param>
/// <param name="Chart">What they look at; absent where a sentence is enough.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Answers">In the order shown.</param>
/// <param name="Help">Where it is explained.</param>
public sealed record Exercise(string Title, string Story, Chart? Chart, string Question, IReadOnlyList<ExerciseAnswer> Answers, string Help);
