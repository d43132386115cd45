using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Store;

namespace Candour.Intake.Linking;

/// <summary>There is no such dataset with rows in force.</summary>
public sealed record NothingToLink(string Dataset) : Refusal(
    $"There are no rows of '{Dataset}' in force: import a file of it first, or check the name.");

/// <summary>The two datasets hold no identifiers of the same kind.</summary>
public sealed record NoCommonIdentifier(string One, string Other) : Refusal(
    $"'{One}' and '{Other}' hold no identifiers of the same kind, so nothing links them.");

/// <summary>How many pseudonyms of a kind two datasets hold in common.</summary>
/// <param name="Namespace">What is linked.</param>
/// <param name="OnlyOne">Different ones that only the one holds.</param>
/// <param name="Both">Those that both hold.</param>
/// <param name="OnlyOther">Those that only the other holds.</param>
public sealed record LinkCount(string Namespace, long OnlyOne, long Both, long OnlyOther);

/// <summary>
/// Counts what links two datasets: the same pseudonym in both. Pseudonyms are the same only within one link domain, so nothing else ever
/// meets; no other value is compared, and nothing is matched by likeness.
/// </summary>
public static class LinkCounting
{
    /// <summary>The method, as it is recorded.</summary>
    public const string Method = "the same keyed pseudonym";

    public static async Task<Result<IReadOnlyList<LinkCount>>> CountAsync(
        Workspace workspace, Catalogue catalogue, string one, string other, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(catalogue);
        if (await ReadAsync(workspace, catalogue, one, cancellation) is not { Count: > 0 } first)
        {
            return new NothingToLink(one);
        }

        if (await ReadAsync(workspace, catalogue, other, cancellation) is not { Count: > 0 } second)
        {
            return new NothingToLink(other);
        }

        var both = first.Keys.Where(second.ContainsKey).Order(StringComparer.Ordinal)
            .Select(kind => (Kind: kind, Both: first[kind].LongCount(second[kind].Contains)))
            .Select(pair => new LinkCount(pair.Kind, first[pair.Kind].Count - pair.Both, pair.Both, second[pair.Kind].Count - pair.Both)).ToList();
        return both.Count == 0 ? new NoCommonIdentifier(one, other) : new Result<IReadOnlyList<LinkCount>>.Accepted(both);
    }

    /// <summary>The different pseudonyms of the rows in force, by namespace; empty when there are no such rows.</summary>
    private static async Task<Dictionary<string, HashSet<string>>> ReadAsync(
        Workspace workspace, Catalogue catalogue, string name, CancellationToken cancellation)
    {
        var found = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        if (!catalogue.Datasets.TryGetValue(name, out var dataset))
        {
            return found;
        }

        var identifiers = dataset.Fields.Where(field => field.Type == FieldType.Identifier).Select(field => (field.Namespace, Index: dataset.IndexOf(field.Id))).ToList();
        foreach (var submission in workspace.Store.Known().Where(known => known.InForce && known.Record.Dataset == name))
        {
            foreach (var row in await SubmissionFile.ReadAsync(SubmissionFile.PathOf(workspace.Submissions, submission.Record.Id), dataset, cancellation))
            {
                Add(found, identifiers, row);
            }
        }

        return found;
    }

    private static void Add(Dictionary<string, HashSet<string>> found, List<(string Namespace, int Index)> identifiers, MappedRow row)
    {
        foreach (var (kind, index) in identifiers)
        {
            if (!found.TryGetValue(kind, out var all))
            {
                found[kind] = all = new HashSet<string>(StringComparer.Ordinal);
            }

            if (row.Values[index].Length > 0)
            {
                all.Add(row.Values[index]);
            }
        }
    }
}
