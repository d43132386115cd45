using Candour.Databank.States;
using Candour.Definitions;
using Candour.Readings.Figures;
using Candour.Statistics;

namespace Candour.Readings.OpenCases;

/// <summary>In which way the cases behind a measure of days end, when some are open.</summary>
public static class MeasureEndings
{
    /// <summary>So many endings are told apart; the rest are one.</summary>
    public const int Named = 3;

    /// <summary>Whether a reading is of days whose rows may be open and say in which way they ended, and has any case.</summary>
    public static bool IsAsked(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return MeasureWait.IsAsked(reading) && reading.Measure.Formula is Formula.Days { EndsBy.Length: > 0 };
    }

    /// <summary>The endings that are met most, in the order of their code list, then all others as one.</summary>
    public static EndingsReading Of(ReadingRoom room, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reading);
        var question = reading.Question;
        var field = ((Formula.Days)reading.Measure.Formula).EndsBy;
        var list = room.Catalogue.CodesOf(question.Dataset, field);
        var where = Narrowing.Of(question.Where);
        var byCode = list.Codes.ToDictionary(code => code.Id, code => Ended([.. where, new Narrowing(field, [code.Id])]), StringComparer.Ordinal);
        var met = byCode.OrderByDescending(pair => pair.Value.Values.Sum()).Take(Named).Where(pair => pair.Value.Count > 0)
            .Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        Code[] named = [.. list.Codes.Where(code => met.Contains(code.Id))];
        var cases = new List<OutcomeCount>();
        foreach (var day in reading.Answer.Sum.State.Days)
        {
            var rest = day.Events;
            for (var i = 0; i < named.Length; i++)
            {
                var ended = byCode[named[i].Id].GetValueOrDefault(day.Day);
                cases.Add(new OutcomeCount(day.Day, i + 1, ended));
                rest -= ended;
            }

            cases.Add(new OutcomeCount(day.Day, named.Length + 1, rest));
            cases.Add(new OutcomeCount(day.Day, 0, day.Censored));
        }

        Ending[] endings = [.. named.Select((code, i) => new Ending(i + 1, $"“{code.Title}”"))];
        return EndingsReading.Of(
            [.. cases.Where(one => one.Cases > 0)],
            cases.Any(one => one.Outcome > named.Length && one.Cases > 0) || endings.Length == 0
                ? [.. endings, new Ending(named.Length + 1, "ended in another way")] : endings);

        Dictionary<int, long> Ended(IReadOnlyList<Narrowing> narrowed) => room.Snapshot
            .Sum(reading.Measure, question.Dataset, question.Areas, question.Period, narrowed).State.Days
            .Where(day => day.Events > 0).ToDictionary(day => day.Day, day => day.Events);
    }
}
