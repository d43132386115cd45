namespace Candour.Kernel;

/// <summary>
/// A rule says no, and the person can act. One sentence that says what, where and what to do.
/// Not an error of the program (that is an exception) and not a fault of the data (that is a <see cref="Finding"/>).
/// The sentence never holds personal data. Each kind of refusal is a named record of its own.
/// </summary>
/// <param name="Sentence">What was refused, where, and what to do about it.</param>
public abstract record Refusal(string Sentence)
{
    public sealed override string ToString() => Sentence;
}
