using Candour.Kernel;
using Candour.Statistics;

namespace Candour.Readings.Disparities;

/// <summary>A group compared with the reference group.</summary>
/// <param name="Name">Of the group.</param>
/// <param name="Count">Its share as counted.</param>
/// <param name="Difference">Its share minus the reference's, first of all.</param>
/// <param name="Ratio">Its share over the reference's, beside it.</param>
/// <param name="Adjusted">The p-value, corrected for everything that the page compares; 1 where nothing was compared.</param>
/// <param name="Bounds">From where to where the difference could move if those without a group belonged to either of the
/// two; no confidence interval. Absent where nothing is missing or nothing was compared.</param>
/// <param name="Verdict">What may be said.</param>
public sealed record GroupDifference(
    string Name, ShareCount Count, Figure Difference, Figure Ratio, double Adjusted, Interval? Bounds, DisparityVerdict Verdict);

/// <summary>
/// The groups of one breakdown compared with the largest. A difference goes on a list or into a pack only if it survives
/// the floor, the correction for everything compared on the page, and the bounds of the missing.
/// </summary>
/// <param name="Field">What makes the groups.</param>
/// <param name="Reference">The group compared with: the largest that is recorded.</param>
/// <param name="Groups">In the order given, the reference among them.</param>
/// <param name="Unknown">Those without a group: a group of their own, never dropped, never the reference.</param>
/// <param name="Floor">With fewer cases a group is not compared.</param>
/// <param name="Family">How many comparisons the page makes.</param>
public sealed record DisparityReading(
    string Field,
    NamedShare Reference,
    IReadOnlyList<GroupDifference> Groups,
    ShareCount Unknown,
    int Floor,
    int Family)
{
    /// <summary>Corrected p-values at or below this are more than chance.</summary>
    public const double Level = 0.05;

    /// <summary>The differences that may go on a list.</summary>
    public IEnumerable<GroupDifference> Surviving => Groups.Where(group => group.Verdict == DisparityVerdict.Stands);

    /// <summary>Where the comparisons stand that it is corrected for.</summary>
    public string Where { get; init; } = "on this page";

    public string Sentence => DisparitySentence.Of(this);

    /// <summary>Whether a question can be answered at all: it has two groups or more with a case.</summary>
    public static bool IsAnswered(DisparityQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Groups.Count(group => group.Count.Denominator > 0) >= 2;
    }

    /// <summary>Reads all the breakdowns of one page together.</summary>
    /// <param name="questions">Those with fewer than two groups are not answered.</param>
    /// <param name="floor">With fewer cases a group is not compared; at least 1.</param>
    public static IReadOnlyList<DisparityReading> OfPage(IReadOnlyList<DisparityQuestion> questions, int floor)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentOutOfRangeException.ThrowIfLessThan(floor, 1);
        return OfAll([.. questions.Where(IsAnswered).Select(question => (question, floor))]);
    }

    /// <summary>Reads breakdowns of several measures together, corrected for all their comparisons at once.</summary>
    /// <param name="questions">Each with its floor; all can be answered.</param>
    public static IReadOnlyList<DisparityReading> OfAll(IReadOnlyList<(DisparityQuestion Question, int Floor)> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var asked = questions
            .Select(one => (one.Question, one.Floor, Reference: one.Question.Groups.MaxBy(group => group.Count.Denominator)!)).ToArray();
        var pairs = asked.SelectMany(one => one.Question.Groups
            .Where(group => group != one.Reference && IsCompared(group, one.Reference, one.Floor))
            .Select(group => (one.Reference, Group: group))).ToArray();
        var adjusted = new Queue<double>(ManyTests.BenjaminiHochberg(
            [.. pairs.Select(pair => TwoShares.PValue(pair.Group.Count, pair.Reference.Count))]));
        return
        [
            .. asked.Select(one => new DisparityReading(
                one.Question.Field, one.Reference,
                [
                    .. one.Question.Groups.Select(group => group == one.Reference ? Itself(group)
                        : IsCompared(group, one.Reference, one.Floor)
                            ? Compared(group, one.Reference, one.Question.Unknown, adjusted.Dequeue())
                            : Few(group, one.Floor)),
                ],
                one.Question.Unknown, one.Floor, pairs.Length)),
        ];
    }

    private static bool IsCompared(NamedShare group, NamedShare reference, int floor) =>
        group.Count.Denominator >= floor && reference.Count.Denominator >= floor;

    private static GroupDifference Itself(NamedShare group)
    {
        var none = new Figure.NotApplicable("The group that the others are compared with.");
        return new GroupDifference(group.Name, group.Count, none, none, 1, null, DisparityVerdict.Reference);
    }

    private static GroupDifference Few(NamedShare group, int floor)
    {
        var few = new Figure.TooFew($"Fewer than {floor} cases in it or in the group compared with.");
        return new GroupDifference(group.Name, group.Count, few, few, 1, null, DisparityVerdict.TooFew);
    }

    private static GroupDifference Compared(NamedShare group, NamedShare reference, ShareCount unknown, double adjusted)
    {
        var missing = MissingGroup.Of(group.Count, reference.Count, unknown);
        var turns = missing.Match(known => known.Bounds.Lower <= 0 && known.Bounds.Upper >= 0, _ => true);
        var bounds = missing is MissingGroup.Known { Bounds: var range } && unknown.Denominator > 0 ? range : (Interval?)null;
        return new GroupDifference(
            group.Name, group.Count, EstimateFigure.Of(TwoShares.Difference(group.Count, reference.Count)),
            EstimateFigure.Of(TwoShares.Ratio(group.Count, reference.Count)), adjusted, bounds,
            adjusted > Level ? DisparityVerdict.CannotTell
                : turns ? DisparityVerdict.MissingCouldTurn
                : DisparityVerdict.Stands);
    }
}
