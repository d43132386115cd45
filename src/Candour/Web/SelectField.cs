namespace Candour.Web;

/// <summary>One thing that can be chosen.</summary>
public sealed record Choice(string Value, string Label);

/// <summary>Choices under a heading; without one when it is empty.</summary>
public sealed record ChoiceGroup(string Label, IReadOnlyList<Choice> Choices);

/// <summary>A select with its label.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Name">In the link.</param>
/// <param name="Label">What is chosen.</param>
/// <param name="Groups">The choices in order.</param>
/// <param name="Chosen">The value that is chosen now.</param>
/// <param name="Problem">Why the choice was refused; empty when it was not.</param>
public sealed record SelectField(
    string Id, string Name, string Label, IReadOnlyList<ChoiceGroup> Groups, string Chosen, string Problem = "");
