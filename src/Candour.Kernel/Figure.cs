namespace Candour.Kernel;

/// <summary>
/// What a measure answers for one area and period. Either a number with its interval, or an honest absence;
/// never 0 for "nothing known", never blank, never <c>null</c>, never NaN.
/// The private constructor closes the hierarchy, and <see cref="Match{T}"/> makes every reader meet every case.
/// </summary>
public abstract record Figure
{
    private Figure()
    {
    }

    /// <summary>A number.</summary>
    /// <param name="Value">In the measure's own terms: a count, a share from 0 to 1, or days.</param>
    /// <param name="Lower">Lower end of the 95 % interval; equals <paramref name="Value"/> for a count, which is
    /// complete and has no sampling error.</param>
    /// <param name="Upper">Upper end of the 95 % interval; positive infinity when the data do not reach it.</param>
    public sealed record Known(double Value, double Lower, double Upper) : Figure;

    /// <summary>Withheld under a disclosure rule.</summary>
    public sealed record Suppressed(string Rule) : Figure;

    /// <summary>No data were submitted for this area and period.</summary>
    public sealed record NotRecorded(string Why) : Figure;

    /// <summary>There are data, but too few cases for this kind of figure.</summary>
    public sealed record TooFew(string Why) : Figure;

    /// <summary>So many cases are still open that the quantile has not been reached.</summary>
    public sealed record NotReached(string Why) : Figure;

    /// <summary>The question has no answer here: no cases, or corrections exceed what they correct.</summary>
    public sealed record NotApplicable(string Why) : Figure;

    public T Match<T>(
        Func<Known, T> known,
        Func<Suppressed, T> suppressed,
        Func<NotRecorded, T> notRecorded,
        Func<TooFew, T> tooFew,
        Func<NotReached, T> notReached,
        Func<NotApplicable, T> notApplicable)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(suppressed);
        ArgumentNullException.ThrowIfNull(notRecorded);
        ArgumentNullException.ThrowIfNull(tooFew);
        ArgumentNullException.ThrowIfNull(notReached);
        ArgumentNullException.ThrowIfNull(notApplicable);
        return this switch
        {
            Known f => known(f),
            Suppressed f => suppressed(f),
            NotRecorded f => notRecorded(f),
            TooFew f => tooFew(f),
            NotReached f => notReached(f),
            NotApplicable f => notApplicable(f),
            _ => throw new InvalidOperationException("A figure is one of six states."),
        };
    }

    /// <summary>The state as it is written in JSON and references: <c>known</c>, <c>suppressed</c>,
    /// <c>notRecorded</c>, <c>tooFew</c>, <c>notReached</c> or <c>notApplicable</c>.</summary>
    public string State => Match(
        _ => "known", _ => "suppressed", _ => "notRecorded", _ => "tooFew", _ => "notReached", _ => "notApplicable");

    /// <summary>Why there is no number, in a sentence; empty when there is one.</summary>
    public string Reason => Match(_ => "", f => f.Rule, f => f.Why, f => f.Why, f => f.Why, f => f.Why);
}
