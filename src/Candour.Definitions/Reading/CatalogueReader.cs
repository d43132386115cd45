using Candour.Kernel;

namespace Candour.Definitions.Reading;

/// <summary>
/// Reads the folders in the order in which they depend on each other, and gathers every problem: first those of code
/// lists, hierarchies and datasets, then, once these are right, those of mappings and measures.
/// </summary>
internal static class CatalogueReader
{
    /// <param name="folder">The folder of definitions.</param>
    /// <param name="without">Folders in it that are left out.</param>
    public static Result<Catalogue> Read(string folder, params IReadOnlyList<string> without) => Directory.Exists(folder)
        ? Read(Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Path: path))
            .Where(file => !without.Any(part => file.Name.StartsWith(part + "/", StringComparison.Ordinal)))
            .ToDictionary(file => file.Name, file => File.ReadAllText(file.Path)))
        : new DefinitionsNotFound(folder);

    /// <summary>Reads texts by their path below the folder of definitions.</summary>
    public static Result<Catalogue> Read(IReadOnlyDictionary<string, string> texts)
    {
        var folder = ParsedFile.All(texts);
        var problems = new List<Problem>();
        var places = new Places();
        var codeLists = ReadAll(folder, "codelists", problems, (root, _) => CodeListReader.Read(root), list => list.Id);
        var hierarchies =
            ReadAll(folder, "hierarchies", problems, (root, _) => AreaHierarchyReader.Read(root), hierarchy => hierarchy.Id);
        var datasets = ReadAll(
            folder, "datasets", problems, (root, _) => DatasetReader.Read(root, codeLists, hierarchies), set => set.Id);
        if (problems.Count > 0)
        {
            // What rests on a broken list or dataset would only add problems that are none.
            return new DefinitionsNotUsable(problems);
        }

        var conditions = new Dictionary<string, NamedCondition>(StringComparer.Ordinal);
        ReadInto(
            conditions, folder, "conditions", problems,
            (root, _) => NamedConditionReader.Read(root, datasets, codeLists, conditions, places), condition => condition.Id);
        if (problems.Count > 0)
        {
            return new DefinitionsNotUsable(problems);
        }

        var mappings =
            ReadAll(folder, "mappings", problems, (root, _) => MappingReader.Read(root, datasets, codeLists, hierarchies), mapping => mapping.Id);
        var measures = ReadMeasures(folder, problems, datasets, codeLists, new ConditionReader(conditions, places), places);
        if (problems.Count > 0)
        {
            return new DefinitionsNotUsable(problems);
        }

        var frameworks = ReadAll(
            folder, "frameworks", problems, (root, _) => FrameworkReader.Read(root, measures), framework => framework.Id);
        var checkReader = new CheckReader(datasets, codeLists, conditions, places);
        var checks = ReadAll(folder, "checks", problems, (root, _) => checkReader.Read(root), check => check.Id);
        var annotations = ReadAll(
            folder, "annotations", problems, (root, _) => AnnotationReader.Read(root, datasets, measures, hierarchies), annotation => annotation.Id);
        CheckNames(measures, frameworks, problems);
        return problems.Count > 0
            ? new DefinitionsNotUsable(problems)
            : new Catalogue(codeLists, hierarchies, datasets, conditions, mappings, measures, frameworks, checks, annotations, texts);
    }

    /// <summary>Reads texts of mappings, by their id, over a catalogue.</summary>
    public static Result<IReadOnlyDictionary<string, Mapping>> ReadMappings(IReadOnlyDictionary<string, string> texts, Catalogue catalogue)
    {
        var problems = new List<Problem>();
        var mappings = ReadAll(
            ParsedFile.All(texts.ToDictionary(pair => $"mappings/{pair.Key}.yaml", pair => pair.Value)), "mappings", problems,
            (root, _) => MappingReader.Read(root, catalogue.Datasets, catalogue.CodeLists, catalogue.Hierarchies), mapping => mapping.Id);
        return problems.Count > 0 ? new DefinitionsNotUsable(problems) : new Result<IReadOnlyDictionary<string, Mapping>>.Accepted(mappings);
    }

    /// <summary>First every measure by itself, then those that are made of others.</summary>
    private static Dictionary<string, Measure> ReadMeasures(
        IReadOnlyList<ParsedFile> folder,
        List<Problem> problems,
        Dictionary<string, Dataset> datasets,
        Dictionary<string, CodeList> codeLists,
        ConditionReader conditions,
        Places places)
    {
        var reader = new MeasureReader(conditions, places);
        var typing = new MeasureTyping(datasets, codeLists, places);
        var measures = ReadAll(
            folder,
            "measures",
            problems,
            (root, file) =>
            {
                if (reader.Read(root, Framework(file)) is not { } measure)
                {
                    return null;
                }

                typing.Check(root, measure);
                return places.Keep(measure, root);
            },
            measure => measure.Id);
        if (problems.Count > 0)
        {
            return measures;
        }

        var linking = new MadeOfTyping(measures, datasets, codeLists, places);
        foreach (var measure in measures.Values.Where(measure => !measure.IsMadeOfRows).ToList())
        {
            if (linking.Link(places.Of(measure, null!), measure) is { } linked)
            {
                measures[measure.Id] = linked;
            }
        }

        foreach (var measure in measures.Values)
        {
            if (places.TryFind(measure) is not { } root)
            {
                continue;
            }

            foreach (var other in measure.Beside.Where(other => !measures.ContainsKey(other)))
            {
                root.At("beside").Problem($"'beside' names '{other}', which is not a measure.");
            }

            if (measure.Variant is { } variant && !measures.ContainsKey(variant.Measure))
            {
                root.At("variant_of").Problem($"'{variant.Measure}' is not a measure.");
            }
        }

        return measures;
    }

    private static Dictionary<string, T> ReadAll<T>(
        IReadOnlyList<ParsedFile> folder,
        string part,
        List<Problem> problems,
        Func<Entry, string, T?> read,
        Func<T, string> id)
        where T : class
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        ReadInto(found, folder, part, problems, read, id);
        return found;
    }

    private static void ReadInto<T>(
        Dictionary<string, T> found,
        IReadOnlyList<ParsedFile> folder,
        string part,
        List<Problem> problems,
        Func<Entry, string, T?> read,
        Func<T, string> id)
        where T : class
    {
        foreach (var parsed in folder.Where(parsed => parsed.File.StartsWith(part + "/", StringComparison.Ordinal)))
        {
            var (file, entry, list) = parsed;
            list.Join(problems);
            var before = problems.Count;
            if (entry is null || read(entry, file) is not { } thing)
            {
                continue;
            }

            if (problems.Count == before && id(thing) != Path.GetFileNameWithoutExtension(file))
            {
                list.Add(1, 1, $"The file is named after its id: '{id(thing)}' must lie in {id(thing)}.yaml.");
            }

            if (!found.TryAdd(id(thing), thing))
            {
                list.Add(1, 1, $"The id '{id(thing)}' is already taken by another file.");
            }
        }
    }

    private static string Framework(string file) => file.Split('/') is { Length: > 2 } parts ? parts[1] : "";

    /// <summary>A folder of measures is named after a framework.</summary>
    private static void CheckNames(
        Dictionary<string, Measure> measures, Dictionary<string, Framework> frameworks, List<Problem> problems)
    {
        foreach (var measure in measures.Values.Where(measure => !frameworks.ContainsKey(measure.Framework)))
        {
            problems.Add(new Problem(
                $"measures/{measure.Framework}/{measure.Id}.yaml", 1, 1,
                $"It lies in the folder '{measure.Framework}', which is not a framework: there is no frameworks/{measure.Framework}.yaml."));
        }
    }
}
