using System.Globalization;
using Candour.Kernel;
using Candour.Packing;
using Candour.Packs;
using Candour.Readings.Figures;
using Candour.Store.Packs;

namespace Candour.CommandLine.Packs;

/// <summary>A pack made again is not what was sent.</summary>
internal sealed record PackNotReproduced(string Reference, string What) : Refusal(
    $"The pack {Reference} made again from its inputs is not what was sent ({What}): do not use it, and restore the workspace from a backup.");

/// <summary>Makes a pack that was sent again, from a room over nothing but its inputs, and compares what it says and each of its files.</summary>
internal static class ReproducedPack
{
    /// <summary>What was compared, in a line; the PDF is left out, because Chromium writes the time into it.</summary>
    public static Result<string> Of(OpenWorkspace open, IssuedPack sent, ReadingRoom again)
    {
        var name = PackIssuing.ReferenceOf(sent).ToString();
        if (!PackSource.Of(again.Snapshot, sent.Dataset, sent.Period.ToString(), sent.Area, sent.Frozen).Try(out var source, out var refusal)
            || !PackVerb.ReadFiles(open, sent).Try(out var files, out refusal))
        {
            return refusal;
        }

        var made = PackComposing.Compose(source, sent.Sentences);
        if (made.Content != sent.Id)
        {
            return new PackNotReproduced(name, "its content");
        }

        if (files.FirstOrDefault(file => file.Name == PackFiles.Offline) is { } offline && PackOffline.FormOf(offline.Content) is var form and not PackOffline.Form)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{name} says the same; its files were sent in form {form}, which this version of the program no longer writes (it writes form {PackOffline.Form}), so that they are not compared");
        }

        var written = PackFiles.Write(made).ToDictionary(file => file.Name);
        var compared = files.Where(file => file.Name != PackFiles.Pdf).ToList();
        return compared.FirstOrDefault(file => !PackFiles.SayTheSame(file.Name, file.Content, written[file.Name].Content)) is { } different
            ? new PackNotReproduced(name, different.Name)
            : $"{name} says the same, and so do {compared.Count} of its files: {string.Join(", ", compared.Select(file => file.Name))}";
    }
}
