using Candour.Intake;
using Candour.Intake.Reading;
using Candour.Kernel;
using Candour.SignIn;

namespace Candour.CommandLine;

/// <summary>The settings list no such source.</summary>
internal sealed record SourceIsUnknown(string Source, IReadOnlyList<string> Known) : Refusal(
    Known.Count == 0 ? $"The settings list no sources, so there is none called '{Source}': name the file with --settings (docs/operate/sources.md)."
    : $"The settings list no source '{Source}': choose one of {string.Join(", ", Known)}.");

/// <summary>Rows pulled from a database that the settings list, checked as a file would be.</summary>
internal static class SourceImport
{
    /// <summary>Reads, maps and checks what the source answers.</summary>
    public static Result<CheckedFile> Check(OpenWorkspace open, string settingsFile, string name, CheckWishes wishes)
    {
        if (!ServerSettings.Read(settingsFile).Try(out var settings, out var refusal) || !open.Key().Try(out var key, out refusal))
        {
            return refusal;
        }

        if (settings.Sources?.FirstOrDefault(one => one.Name == name) is not { } source)
        {
            return new SourceIsUnknown(name, [.. (settings.Sources ?? []).Select(one => one.Name)]);
        }

        using var reading = new DatabaseReading(source.Database());
        return Checking.Check(reading.File, source.Mapping, open.Catalogue, key, wishes with { Reader = reading.Read })
            .Then<CheckedFile>(read => read with { File = read.File with { Hash = reading.Hash() } });
    }
}
