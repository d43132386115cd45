using Candour.Teaching;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>One exercise: what is said, the chart, the question, and after an answer its reason. Nothing is kept.</summary>
[Door]
public sealed class LearnExerciseModel : PageModel
{
    public int Number { get; private set; }

    public Exercise Exercise => Exercises.All[Number - 1];

    /// <summary>What was answered; absent before.</summary>
    public ExerciseAnswer? Answered { get; private set; }

    public ExerciseAnswer Right => Exercise.Answers.Single(answer => answer.IsRight);

    /// <summary>0 after the last.</summary>
    public int Next => Number < Exercises.All.Count ? Number + 1 : 0;

    public IActionResult OnGet(int number, int? answer)
    {
        if (number < 1 || number > Exercises.All.Count)
        {
            return NotFound();
        }

        Number = number;
        Answered = answer is { } chosen && chosen >= 1 && chosen <= Exercise.Answers.Count ? Exercise.Answers[chosen - 1] : null;
        return Page();
    }
}
