using Candour.Kernel;
using Candour.Readings;

namespace Candour.CommandLine;

/// <summary>A reading in lines for a terminal.</summary>
internal static class FigureWords
{
    public static IEnumerable<string> Of(Reading reading)
    {
        yield return reading.Measure.Title;
        yield return $"{reading.Question.Area.Title}, {reading.Question.Period.InWords()} ({reading.Basis.Title})";
        foreach (var (field, code) in reading.Question.Where)
        {
            yield return $"{field}: {code}";
        }

        yield return FigureText.Of(reading.Figure, reading.Kind, reading.Numerator, reading.Denominator).ToString();
        if (reading.Missing != 0)
        {
            yield return $"{NumberText.Count(reading.Missing)} {reading.Measure.Unit.Plural()} cannot say, because a field is missing.";
        }

        if (reading.Gaps.Count > 0)
        {
            yield return $"Without any data: {string.Join(", ", reading.Gaps)}.";
        }

        if (reading.Partial.Count > 0)
        {
            yield return $"Some areas have no data in {string.Join(", ", reading.Partial)}, so this is not the whole.";
        }

        if (reading.Immature)
        {
            yield return "Follow-up of this period is still short: the figure is expected to change.";
        }

        if (reading.IsSynthetic)
        {
            yield return "SYNTHETIC: no row behind this figure describes a real person.";
        }

        yield return $"Reference: {reading.Reference}";
    }

    public static IEnumerable<string> Of(ShareReading reading)
    {
        yield return $"Share of '{reading.Share.Numerator.Title}' in '{reading.Share.Denominator.Title}'";
        yield return $"{reading.Question.Area.Title}, {reading.Question.Period.InWords()} ({reading.Basis.Title})";
        yield return FigureText.Of(
            reading.Figure, FigureKind.Share, reading.Part.Numerator, reading.Whole.Numerator).ToString();
        yield return $"Numerator: {reading.Part.Reference}";
        yield return $"Denominator: {reading.Whole.Reference}";
    }
}
