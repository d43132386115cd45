using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings.Areas;
using Candour.Readings.Figures;

namespace Candour.Readings.Changes;

/// <summary>Why a share changed between two periods, by the groups of one field.</summary>
public static class MeasureChange
{
    /// <summary>The fields by which a measure's change can be taken apart: its breakdowns, but not those that decide what counts
    /// as the part, for by these every group would be whole or empty.</summary>
    public static IReadOnlyList<Field> Fields(Measure measure, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(dataset);
        var decides = measure.Formula is Formula.Share
            ? measure.Numerator.Flat.OfType<FieldTest>().Select(test => test.Field).ToHashSet(StringComparer.Ordinal) : [];
        return [.. measure.Breakdowns.Where(name => !decides.Contains(name)).Select(name => dataset.FieldNamed(name)!)];
    }

    /// <summary>Takes a change apart; refused when the groups are no parts of the whole.</summary>
    /// <param name="room">Where the readings come from.</param>
    /// <param name="before">A share of counted cases at the earlier time.</param>
    /// <param name="after">The same at the later time.</param>
    /// <param name="field">One of <see cref="Fields"/>.</param>
    public static Result<ChangeReading> Of(ReadingRoom room, Reading before, Reading after, Field field)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(field);
        var (one, other) = (Groups(room, before, field), Groups(room, after, field));
        var names = room.Catalogue.CodesOf(after.Question.Dataset, field.Id).Codes.Select(code => code.Title)
            .Append(Others).Distinct().ToArray();
        var changes = names.Select(name => new NamedChange(name, one.GetValueOrDefault(name), other.GetValueOrDefault(name)))
            .Where(change => change.Before.Denominator + change.After.Denominator > 0).ToArray();
        return Sum(one) != MeasureAreas.Counted(before) || Sum(other) != MeasureAreas.Counted(after) || changes.Length == 0
            ? new GroupsAreNotParts(field)
            : ChangeReading.Of(changes);
    }

    /// <summary>Everybody without a group.</summary>
    public const string Others = "No group recorded";

    private static Dictionary<string, Statistics.ShareCount> Groups(ReadingRoom room, Reading whole, Field field)
    {
        NamedShare[] groups =
        [
            .. room.BreakDown(whole.Measure, whole.Question, field.Id)
                .Select(pair => new NamedShare(pair.Code.Title, MeasureAreas.Counted(pair.Reading))),
        ];
        var rest = ShareRest.Of(MeasureAreas.Counted(whole), groups);
        return groups.Append(new NamedShare(Others, rest)).GroupBy(group => group.Name).ToDictionary(
            group => group.Key,
            group => new Statistics.ShareCount(group.Sum(part => part.Count.Numerator), group.Sum(part => part.Count.Denominator)),
            StringComparer.Ordinal);
    }

    private static Statistics.ShareCount Sum(Dictionary<string, Statistics.ShareCount> groups) =>
        new(groups.Values.Sum(group => group.Numerator), groups.Values.Sum(group => group.Denominator));
}

/// <summary>The groups of a field do not add up to the whole, so nothing can be taken apart by them.</summary>
public sealed record GroupsAreNotParts(Field Field) : Refusal(
    $"By {Field.Title} the change cannot be taken apart: its groups do not add up to all cases, because a case can be in several or counts "
    + "were corrected. Choose another field.");
