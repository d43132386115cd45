using Candour.Kernel;

namespace Candour.Definitions.Reading;

/// <summary>
/// Reads the folders in the order in which they depend on each other, and gathers every problem: first those of code
/// lists, hierarchies and datasets, then, once these are right, those of mappings and measures.
/// </summary>
internal static class CatalogueReader
{
    public static Result<Catalogue> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return new DefinitionsNotFound(folder);
        }

        var problems = new List<Problem>();
        var codeLists = ReadAll(folder, "codelists", problems, (root, _) => CodeListReader.Read(root), list => list.Id);
        var hierarchies =
            ReadAll(folder, "hierarchies", problems, (root, _) => AreaHierarchyReader.Read(root), hierarchy => hierarchy.Id);
        var datasets = ReadAll(
            folder, "datasets", problems, (root, _) => DatasetReader.Read(root, codeLists, hierarchies), set => set.Id);
        if (problems.Count > 0)
        {
            // What rests on a broken dataset would only add problems that are none.
            return new DefinitionsNotUsable(problems);
        }

        var mappings =
            ReadAll(folder, "mappings", problems, (root, _) => MappingReader.Read(root, datasets), mapping => mapping.Id);
        var measures = ReadAll(
            folder,
            "measures",
            problems,
            (root, file) =>
            {
                var measure = MeasureReader.Read(root, Framework(file));
                if (measure is not null)
                {
                    MeasureTyping.Check(root, measure, datasets, codeLists);
                }

                return measure;
            },
            measure => measure.Id);
        CheckBeside(measures, problems);
        return problems.Count > 0
            ? new DefinitionsNotUsable(problems)
            : new Catalogue(codeLists, hierarchies, datasets, mappings, measures);
    }

    private static Dictionary<string, T> ReadAll<T>(
        string folder, string part, List<Problem> problems, Func<Entry, string, T?> read, Func<T, string> id)
        where T : class
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        var root = Path.Combine(folder, part);
        if (!Directory.Exists(root))
        {
            problems.Add(new Problem(part, 1, 1, "This folder of definitions is missing."));
            return found;
        }

        foreach (var path in Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var file = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var list = new ProblemList(file, problems);
            var before = problems.Count;
            var entry = Entry.Root(File.ReadAllText(path), list);
            if (entry is null || read(entry, file) is not { } thing)
            {
                continue;
            }

            if (problems.Count == before && id(thing) != Path.GetFileNameWithoutExtension(path))
            {
                list.Add(1, 1, $"The file is named after its id: '{id(thing)}' must lie in {id(thing)}.yaml.");
            }

            if (!found.TryAdd(id(thing), thing))
            {
                list.Add(1, 1, $"The id '{id(thing)}' is already taken by another file.");
            }
        }

        return found;
    }

    private static string Framework(string file) => file.Split('/') is { Length: > 2 } parts ? parts[1] : "";

    private static void CheckBeside(Dictionary<string, Measure> measures, List<Problem> problems)
    {
        foreach (var measure in measures.Values)
        {
            foreach (var other in measure.Beside.Where(other => !measures.ContainsKey(other)))
            {
                problems.Add(new Problem(
                    $"measures/{measure.Framework}/{measure.Id}.yaml", 1, 1,
                    $"'beside' names '{other}', which is not a measure."));
            }
        }
    }
}
