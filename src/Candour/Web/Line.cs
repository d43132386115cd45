namespace Candour.Web;

/// <summary>A line that must be filled in.</summary>
/// <param name="Name">In the form.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Hint">How to answer; empty for none.</param>
/// <param name="Type">text or password.</param>
/// <param name="Autocomplete">What a password manager may fill in.</param>
/// <param name="Value">What stands there already.</param>
public sealed record Line(string Name, string Label, string Hint = "", string Type = "text", string Autocomplete = "off", string Value = "");
