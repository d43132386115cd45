using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Asking;

namespace Candour.Web;

/// <summary>Which areas are compared: a level of one of the hierarchies by which a dataset can be read.</summary>
/// <param name="Hierarchy">One of the dataset's.</param>
/// <param name="Level">One of its levels, not the top.</param>
public sealed record LevelChoice(AreaHierarchy Hierarchy, string Level)
{
    /// <summary>In a link: <c>synthetic-nation.area</c>.</summary>
    public override string ToString() => $"{Hierarchy.Id}.{Level}";

    /// <summary>The area of the question, if it is on the level.</summary>
    public bool Holds(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Hierarchy.Id == Hierarchy.Id && question.Area.Level == Level;
    }

    /// <summary>Every level that can be compared, the dataset's own lowest first.</summary>
    public static IReadOnlyList<LevelChoice> Of(Catalogue catalogue, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(dataset);
        return
        [
            .. dataset.Hierarchies.Select(id => catalogue.Hierarchies[id])
                .SelectMany(hierarchy => hierarchy.Levels.Skip(1).Reverse().Select(level => new LevelChoice(hierarchy, level))),
        ];
    }

    /// <summary>The one that was asked for; without a wish that of the area asked about, else the lowest.</summary>
    public static Result<LevelChoice> Chosen(IReadOnlyList<LevelChoice> offered, string asked, Question question)
    {
        ArgumentNullException.ThrowIfNull(offered);
        ArgumentNullException.ThrowIfNull(question);
        return asked.Length == 0
            ? offered.FirstOrDefault(choice => choice.Holds(question)) ?? offered[0]
            : offered.FirstOrDefault(choice => choice.ToString() == asked) is { } found ? found : new LevelUnknown(asked);
    }

    /// <summary>The select of a form.</summary>
    public static SelectField Field(IReadOnlyList<LevelChoice> offered, LevelChoice chosen)
    {
        ArgumentNullException.ThrowIfNull(offered);
        ArgumentNullException.ThrowIfNull(chosen);
        return new SelectField(
            "level", "level", "Areas to compare",
            [
                .. offered.GroupBy(choice => choice.Hierarchy.Id).Select(group => new ChoiceGroup(
                    group.First().Hierarchy.Title,
                    [.. group.Select(choice => new Choice(choice.ToString(), LevelText.Plural(choice.Level)))])),
            ],
            chosen.ToString());
    }
}

/// <summary>There are no such areas in the data.</summary>
public sealed record LevelUnknown(string Asked) : Refusal(
    $"There are no areas '{Asked}' to compare: choose a level from the list of the form.");
