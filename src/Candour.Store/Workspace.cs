using System.Text.Json;
using System.Text.Json.Serialization;
using Candour.Kernel;

namespace Candour.Store;

/// <summary>What a workspace may hold.</summary>
public enum WorkspaceKind
{
    /// <summary>An agency's own data under its own key.</summary>
    Ordinary,

    /// <summary>Public and synthetic data only, under a key that everybody knows.</summary>
    Demo,
}

/// <summary>There is no workspace where one was named.</summary>
public sealed record NoWorkspace(string Folder) : Refusal(
    $"There is no workspace at {Folder}: make one with 'candour init --workspace {Folder}'.");

/// <summary>A folder that holds something else must not be turned into a workspace.</summary>
public sealed record FolderIsNotEmpty(string Folder) : Refusal(
    $"The folder {Folder} is not empty and not a workspace. Nothing was changed: name an empty or a new folder.");

/// <summary>There is a workspace already.</summary>
public sealed record WorkspaceExists(string Folder) : Refusal(
    $"There is a workspace at {Folder} already. Nothing was changed: use it, or name another folder.");

/// <summary>The workspace was written by a later version of the program.</summary>
public sealed record WorkspaceIsNewer(string Folder, int Found, int Known) : Refusal(
    $"The workspace at {Folder} was written by a newer version of Candour (format {Found}, this program knows {Known}). "
    + "Nothing was changed: use the newer program, or another workspace.");

/// <summary>The file that describes the workspace cannot be read.</summary>
public sealed record WorkspaceIsNotReadable(string Folder) : Refusal(
    $"The file workspace.json in {Folder} cannot be read. Nothing was changed: restore it from a backup.");

/// <summary>A workspace of another kind than the one asked for.</summary>
public sealed record WorkspaceIsNotADemo(string Folder) : Refusal(
    $"The workspace at {Folder} is an agency's own and not a demonstration. Nothing was changed: name another folder with "
    + "--workspace.");

/// <summary>
/// The folder in which one deployment keeps its work: <c>workspace.json</c>, the operational store, the immutable
/// submissions, and the cells, which can always be made again. The pseudonym key never lies here.
/// </summary>
public sealed class Workspace
{
    private const int KnownFormat = 1;
    private const string Description = "workspace.json";

    private Workspace(string folder, WorkspaceKind kind, string keyId, OperationalStore store) =>
        (Folder, Kind, KeyId, Store) = (folder, kind, keyId, store);

    public string Folder { get; }

    public WorkspaceKind Kind { get; }

    /// <summary>Names the pseudonym key; every pseudonym of this workspace is made with it.</summary>
    public string KeyId { get; }

    public OperationalStore Store { get; }

    public string Submissions => Path.Combine(Folder, "submissions");

    public string Cells => Path.Combine(Folder, "cells");

    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, Description));

    /// <summary>Whether a workspace may be made here: the folder is new, empty, or a making that was interrupted.</summary>
    public static Result<string> MayCreate(string folder)
    {
        if (Exists(folder))
        {
            return new WorkspaceExists(folder);
        }

        string[] own = ["candour.db", "candour.db-wal", "candour.db-shm", "submissions", "cells"];
        var others = Directory.Exists(folder)
            && Directory.EnumerateFileSystemEntries(folder).Any(entry => !own.Contains(Path.GetFileName(entry)) && !entry.EndsWith(".new", StringComparison.Ordinal));
        return others ? new FolderIsNotEmpty(folder) : folder;
    }

    /// <summary>Makes a workspace; its description is written last, so that half a workspace is none.</summary>
    public static Result<Workspace> Create(string folder, WorkspaceKind kind, string keyId)
    {
        if (!MayCreate(folder).Try(out _, out var refusal))
        {
            return refusal;
        }

        Directory.CreateDirectory(folder);
        return OperationalStore.Open(Path.Combine(folder, "candour.db")).Then<Workspace>(store =>
        {
            var workspace = new Workspace(folder, kind, keyId, store);
            Directory.CreateDirectory(workspace.Submissions);
            Directory.CreateDirectory(workspace.Cells);
            var text = JsonSerializer.SerializeToUtf8Bytes(
                new Written(KnownFormat, kind, keyId), WrittenContext.Default.Written);
            WholeFile.Write(Path.Combine(folder, Description), text);
            return workspace;
        });
    }

    /// <summary>Opens a workspace; refuses a missing, broken or newer one without touching it.</summary>
    public static Result<Workspace> Open(string folder)
    {
        var path = Path.Combine(folder, Description);
        if (!File.Exists(path))
        {
            return new NoWorkspace(folder);
        }

        Written written;
        try
        {
            written = JsonSerializer.Deserialize(File.ReadAllBytes(path), WrittenContext.Default.Written)!;
        }
        catch (JsonException)
        {
            return new WorkspaceIsNotReadable(folder);
        }

        if (written.Format > KnownFormat)
        {
            return new WorkspaceIsNewer(folder, written.Format, KnownFormat);
        }

        return OperationalStore.Open(Path.Combine(folder, "candour.db")).Then<Workspace>(store =>
        {
            Directory.CreateDirectory(Path.Combine(folder, "submissions"));
            Directory.CreateDirectory(Path.Combine(folder, "cells"));
            return new Workspace(folder, written.Kind, written.KeyId, store);
        });
    }

    /// <summary>Removes what interrupted runs left unfinished; for verbs that write, before they write.</summary>
    public void Sweep()
    {
        foreach (var folder in new[] { Folder, Submissions, Cells })
        {
            WholeFile.Sweep(folder);
        }
    }

    internal sealed record Written(int Format, WorkspaceKind Kind, string KeyId);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(Workspace.Written))]
internal sealed partial class WrittenContext : JsonSerializerContext;
