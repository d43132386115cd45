using System.Globalization;
using Candour.Intake.Submitting;

namespace Candour.CommandLine;

/// <summary>What a file would change, in words.</summary>
internal static class PreviewWords
{
    public static int Say(Terminal terminal, string file, Preview seen)
    {
        var name = Path.GetFileName(file);
        if (seen.IsThere)
        {
            terminal.Say($"{name}: the same rows are in force already; nothing would change.");
            return Exit.Done;
        }

        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{name}: {seen.Record.Rows} rows as {seen.Record.Dataset}; nothing was taken yet."));
        terminal.Say(seen.Replaces.Count == 0
            ? "It would replace nothing."
            : $"It would replace {string.Join(", ", seen.Replaces.Select(old => $"{old.FileName} ({old.Id.Abbreviated})"))}.");
        foreach (var change in seen.Changes.Where(change => !change.IsNone))
        {
            terminal.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{change.Period}: {change.Added} added, {change.Changed} changed, {change.Vanished} gone, {change.Same} the same"));
        }

        return Exit.Done;
    }
}
