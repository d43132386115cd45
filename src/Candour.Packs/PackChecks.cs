using Candour.Access;
using Candour.Definitions;
using Candour.Freezing;
using Candour.Intake.Checks;
using Candour.Readings.Figures;
using Candour.Readings.Words;

namespace Candour.Packs;

/// <summary>
/// Runs the checks of the dataset over the rows of the area and period, again, from the rows themselves: what was found on import is of
/// whole files. Counts far from the others of their area need the years around them and are not among these.
/// </summary>
internal static class PackChecks
{
    public static IReadOnlyList<CheckedRows> Of(ReadingRoom room, PackSubject subject)
    {
        var areas = subject.Hierarchy.LowestUnder(subject.Area.Id).ToHashSet(StringComparer.Ordinal);
        var rows = new RowPlacing(subject.Dataset, subject.Period).Placed(room.Snapshot.RowsOf(subject.Dataset))
            .With(subject.Dataset.AreaField.Id, areas.Contains).Select(source => source.Row).ToList();
        return
        [
            .. room.Catalogue.Checks.Values.Where(check => check.Dataset == subject.Dataset.Id && check.Rule is not CheckRule.Outliers)
                .OrderBy(check => check.Id, StringComparer.Ordinal).Select(check =>
                {
                    long found = CheckRunning.Found(check, rows, subject.Dataset, room.Catalogue).Count;
                    var of = check.Rule is CheckRule.MissingShare or CheckRule.Lag ? 0 : rows.Count;
                    return new CheckedRows(
                        check, found, of,
                        subject.Audience == PackAudience.Area && of > 0 && (SmallNumbers.IsSmall(found) || SmallNumbers.IsSmall(of - found) || SmallNumbers.IsSmall(of)));
                }),
        ];
    }

    public static IEnumerable<PackPoint> Exceptions(ReadingRoom room, IReadOnlyList<CheckedRows> checks) => checks
        .Where(one => one.Found > 0).Select(one => new PackPoint(
            $"check:{one.Check.Id}", ExceptionKind.FailedCheck, one.Check.Title,
            $"Found: {one.InWords}. It looks for: {CheckWords.Of(one.Check, room.Catalogue)}. {one.Check.Why} {one.Check.Do}", [], null, []));
}
