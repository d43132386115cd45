namespace Candour.Web;

/// <summary>A line to type, with its label, its hint and the reason why the last one was refused.</summary>
public sealed record TextField(string Name, string Label, string Hint, string Value, string Problem);
