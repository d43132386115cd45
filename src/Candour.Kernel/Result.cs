namespace Candour.Kernel;

/// <summary>Either the value that was asked for, or the <see cref="Refusal"/> that says why there is none.</summary>
public abstract record Result<T>
{
    private Result()
    {
    }

    public sealed record Accepted(T Value) : Result<T>;

    public sealed record Refused(Refusal Refusal) : Result<T>;

    /// <summary>Takes both cases apart; a caller cannot forget the refusal.</summary>
    public TOut Match<TOut>(Func<T, TOut> accepted, Func<Refusal, TOut> refused)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(refused);
        return this switch
        {
            Accepted a => accepted(a.Value),
            Refused r => refused(r.Refusal),
            _ => throw new InvalidOperationException("A result is accepted or refused."),
        };
    }

    /// <summary>The next step, taken only when this one was accepted.</summary>
    public Result<TOut> Then<TOut>(Func<T, Result<TOut>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return Match(next, refusal => new Result<TOut>.Refused(refusal));
    }

    /// <summary>True when accepted, with the value; false when refused, with the refusal.</summary>
    public bool Try(
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Refusal? refusal)
    {
        value = this is Accepted a ? a.Value : default;
        refusal = this is Refused r ? r.Refusal : null;
        return refusal is null;
    }

    public static implicit operator Result<T>(T value) => new Accepted(value);

    public static implicit operator Result<T>(Refusal refusal) => new Refused(refusal);
}
