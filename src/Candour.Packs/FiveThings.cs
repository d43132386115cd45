using Candour.Kernel;
using Candour.Readings;

namespace Candour.Packs;

/// <summary>What to say first: at most five sentences, the same for the same pack, none of which says more than the pack shows.</summary>
internal static class FiveThings
{
    private const int SignalsNamed = 2;

    public static IReadOnlyList<string> Of(
        PackSubject subject, IReadOnlyList<PackMeasure> measures, IReadOnlyList<PackPoint> exceptions, IReadOnlyList<CheckedRows> checks, string groups)
    {
        var signals = exceptions.Where(one => one.Kind == ExceptionKind.Signal).ToList();
        return
        [
            Overview(subject, measures, signals.Count),
            .. signals.Take(SignalsNamed).Select(signal => Named(subject, measures.First(one => one.Measure == signal.Cites[0].Measure))),
            exceptions.FirstOrDefault(one => one.Kind == ExceptionKind.Disparity) is { } disparity
                ? $"Groups differ: {disparity.Title}. {groups} A difference says nothing about its cause." : groups,
            Quality(checks),
        ];
    }

    private static string Overview(PackSubject subject, IReadOnlyList<PackMeasure> measures, int standOut)
    {
        var judged = measures.Count(one => one.Signal is not null);
        var silent = measures.Count(one => one.Reading.Figure is not Figure.Known);
        return (judged == 0
                ? $"None of the {NumberText.Count(measures.Count)} measures of {subject.Area.Title} has the points that a judgement needs"
                : $"{NumberText.Count(standOut)} of the {NumberText.Count(judged)} measures of {subject.Area.Title} that could be judged "
                    + $"{(standOut == 1 ? "does" : "do")} something in {subject.Period.InWords()} that chance alone would not explain")
            + (silent > 0 ? $"; {NumberText.Count(silent)} have no number, and each says why." : ".");
    }

    private static string Named(PackSubject subject, PackMeasure one) =>
        $"{one.Measure.Title}: {FigureText.Of(one.Reading.Figure, one.Reading.Kind, one.Reading.Numerator, one.Reading.Denominator)}. "
        + $"{PackSignals.Seen(subject, one)} It does not say why.";

    private static string Quality(IReadOnlyList<CheckedRows> checks)
    {
        var failed = checks.Where(one => one.Found > 0).ToList();
        return failed.Count == 0
            ? $"The data: none of the {NumberText.Count(checks.Count)} checks found anything."
            : $"The data: {NumberText.Count(failed.Count)} of {NumberText.Count(checks.Count)} checks found something, the first of them “{failed[0].Check.Title}” ({failed[0].InWords}).";
    }
}
