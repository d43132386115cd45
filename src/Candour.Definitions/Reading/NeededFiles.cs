using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Candour.Definitions.Reading;

/// <summary>
/// The files that one mapping rests on: its dataset, the code lists and hierarchies of that, and the checks of the dataset with
/// their conditions. Whatever names the id of a file counts as resting on it, so that too much is found and never too little.
/// </summary>
internal static class NeededFiles
{
    private static readonly string[] Folders = ["codelists", "hierarchies", "datasets", "conditions"];

    /// <summary>Their texts by their path below the folder; empty when there is no such mapping.</summary>
    public static IReadOnlyDictionary<string, string> Of(string folder, string mapping)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var start = Path.Combine(folder, "mappings", mapping + ".yaml");
        if (Path.GetFileName(mapping) != mapping || !File.Exists(start))
        {
            return texts;
        }

        var waiting = new Queue<string>([start]);
        var datasets = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var path))
        {
            var text = File.ReadAllText(path);
            if (!texts.TryAdd(Path.GetRelativePath(folder, path).Replace('\\', '/'), text))
            {
                continue;
            }

            foreach (var word in Words(text))
            {
                foreach (var named in Folders.Select(part => Path.Combine(folder, part, word + ".yaml")).Where(File.Exists))
                {
                    waiting.Enqueue(named);
                }

                // Only the mapping says which dataset is filled; the others that are met are there because a condition names them.
                if (path == start && File.Exists(Path.Combine(folder, "datasets", word + ".yaml")))
                {
                    datasets.Add(word);
                }
            }

            if (path == start)
            {
                foreach (var check in ChecksOf(folder, datasets))
                {
                    waiting.Enqueue(check);
                }
            }
        }

        return texts;
    }

    private static IEnumerable<string> ChecksOf(string folder, HashSet<string> datasets)
    {
        var checks = Path.Combine(folder, "checks");
        return Directory.Exists(checks)
            ? Directory.EnumerateFiles(checks, "*.yaml").Where(path => Words(File.ReadAllText(path)).Any(datasets.Contains))
            : [];
    }

    /// <summary>Every plain value of a file that could be the name of another; a file that is not well-formed ends early, and is told when it is read.</summary>
    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            using var reader = new StringReader(text);
            var parser = new Parser(reader);
            while (parser.MoveNext())
            {
                if (parser.Current is Scalar { Value: { Length: > 0 and < 100 } value } && Path.GetFileName(value) == value)
                {
                    words.Add(value);
                }
            }
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException)
        {
            // The reader of definitions says it with its place.
        }

        return words;
    }
}
