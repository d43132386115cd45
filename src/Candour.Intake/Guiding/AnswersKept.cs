using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.Intake.Guiding;

/// <summary>What was answered about a source before answers the same questions about its next file. Pure but for reading the file.</summary>
public static class AnswersKept
{
    /// <summary>
    /// Checks a file, and once more with what was answered before when it asks something, every question has been answered and the
    /// answer is among those that make sense for this file. A file that asks nothing is never read in another way because of an answer.
    /// </summary>
    /// <returns>What was found, and the answers that were used; none when none was needed, or they do not suffice.</returns>
    public static Result<(CheckedFile File, IReadOnlyDictionary<string, string> Used)> Check(
        SourceFile file, string mapping, Catalogue catalogue, Pseudonymiser key, CheckWishes wishes,
        Func<string, IReadOnlyDictionary<string, string>> answersFor)
    {
        ArgumentNullException.ThrowIfNull(answersFor);
        return Checking.Check(file, mapping, catalogue, key, wishes).Then(asked =>
        {
            if (asked.Questions.Count == 0)
            {
                return Of(asked, new Dictionary<string, string>());
            }

            var kept = answersFor(asked.Mapping.Id);
            var used = asked.Questions.DistinctBy(question => question.Key)
                .Where(question => kept.TryGetValue(question.Key, out var answer) && question.Choices.Contains(answer))
                .ToDictionary(question => question.Key, question => kept[question.Key], StringComparer.Ordinal);
            var isEnough = asked.Questions.All(question => used.ContainsKey(question.Key));
            return !isEnough ? Of(asked, new Dictionary<string, string>())
                : With(wishes, used).Then(more => Checking.Check(file, asked.Mapping.Id, catalogue, key, more)).Then(again => Of(again, used));
        });
    }

    /// <summary>The wishes with answers by their question.</summary>
    public static Result<CheckWishes> With(CheckWishes wishes, IReadOnlyDictionary<string, string> answers) => answers.Aggregate(
        (Result<CheckWishes>)wishes, (so, answer) => so.Then(known => FileAnswers.With(known, $"{answer.Key}={answer.Value}")));

    private static Result<(CheckedFile File, IReadOnlyDictionary<string, string> Used)> Of(CheckedFile file, IReadOnlyDictionary<string, string> used) =>
        new Result<(CheckedFile, IReadOnlyDictionary<string, string>)>.Accepted((file, used));
}
