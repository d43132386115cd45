using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Asking;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>The form that asks a measure again, for another area, another period or a part.</summary>
public static class AskForm
{
    public static IReadOnlyList<SelectField> Of(ReadingRoom room, Measure measure, Question question)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(question);
        return
        [
            new SelectField("area", "area", "Area", Areas(question.Hierarchy), question.Area.Id),
            Periods(room, question.Dataset, question.Period),
            .. measure.Breakdowns.Select(field => Part(room, measure, question, field)),
        ];
    }

    /// <summary>Everything, the years, the shortest periods; and the period asked about, should it be another.</summary>
    public static SelectField Periods(ReadingRoom room, Dataset dataset, Period chosen)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(dataset);
        var offered = room.PeriodsToOffer(dataset);
        List<ChoiceGroup> groups =
        [
            new("", [new Choice(offered[0].ToReference(), $"Everything: {offered[0].InWords()}")]),
            new("Years", [.. offered.Skip(1).Where(period => period.Months == 12).Select(ToChoice)]),
            new(
                dataset.Months == 1 ? "Months" : "Quarters",
                [.. offered.Skip(1).Where(period => period.Months == dataset.Months).Select(ToChoice)]),
        ];
        if (!offered.Contains(chosen))
        {
            groups.Insert(0, new ChoiceGroup("", [ToChoice(chosen)]));
        }

        return new SelectField(
            "period", "period", "Period", [.. groups.Where(group => group.Choices.Count > 0)], chosen.ToReference());
    }

    /// <summary>A level a group, from the top down, by name in each.</summary>
    private static IReadOnlyList<ChoiceGroup> Areas(AreaHierarchy hierarchy) =>
    [
        .. hierarchy.Levels.Select(level => new ChoiceGroup(
            level == hierarchy.Levels[0] ? "" : LevelText.Plural(level),
            [.. hierarchy.Areas.Where(area => area.Level == level).OrderBy(area => area.Title, StringComparer.Ordinal)
                .Select(area => new Choice(area.Id, area.Title))])),
    ];

    /// <summary>
    /// The codes that occur at all, and the groups that are a real part of them. Whoever does not see the whole is offered
    /// every code: which of them occur would tell of rows elsewhere.
    /// </summary>
    private static SelectField Part(ReadingRoom room, Measure measure, Question question, string field)
    {
        var list = room.Catalogue.CodesOf(question.Dataset, field);
        var present = room.Seen.CodesOffered(measure, question.Dataset, field);
        var codes = list.Codes.Where(code => present.Contains(code.Id));
        var groups = list.Groups.Where(group => list.Expand(group.Id).Count(present.Contains) is var many
            && many > 1 && many < present.Count);
        var chosen = question.Where.FirstOrDefault(pair => pair.Key == field).Value;
        var title = question.Dataset.FieldNamed(field)!.Title;
        List<Choice> offeredCodes = [.. codes.Select(code => new Choice($"{field}={code.Id}", $"{code.Title} ({code.Id})"))];
        List<Choice> offeredGroups = [.. groups.Select(group => new Choice($"{field}={group.Id}", group.Title))];
        if (chosen is not null && !offeredCodes.Concat(offeredGroups).Any(choice => choice.Value == $"{field}={chosen}"))
        {
            offeredGroups.Add(new Choice($"{field}={chosen}", list.TitleOf(chosen)));
        }

        return new SelectField(
            $"where-{field}", "where", title,
            [
                .. new[]
                {
                    new ChoiceGroup("", [new Choice("", "All")]), new ChoiceGroup("Groups", offeredGroups),
                    new ChoiceGroup("Single codes", offeredCodes),
                }.Where(group => group.Choices.Count > 0),
            ],
            chosen is null ? "" : $"{field}={chosen}");
    }

    private static Choice ToChoice(Period period) => new(period.ToReference(), PeriodText.Of(period));
}
