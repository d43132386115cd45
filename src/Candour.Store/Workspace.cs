using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Candour.Kernel;
using Candour.Store.Auditing;
using Candour.Store.Backups;
using Candour.Store.Keys;

namespace Candour.Store;

/// <summary>What a workspace may hold.</summary>
public enum WorkspaceKind
{
    /// <summary>An agency's own data under its own key.</summary>
    Ordinary,

    /// <summary>Public and synthetic data only, under a key that everybody knows.</summary>
    Demo,
}

/// <summary>
/// The folder in which one deployment keeps its work: <c>workspace.json</c>, the operational store, the immutable
/// submissions, and the cells, which can always be made again. The pseudonym key never lies here.
/// </summary>
public sealed class Workspace
{
    private const int KnownFormat = 1;
    private const string Description = "workspace.json";

    private Workspace(string folder, Written written, OperationalStore store)
    {
        Folder = folder;
        Id = written.WorkspaceId;
        Kind = written.Kind;
        StoreKind = written.Store;
        KeyId = written.KeyId;
        KeyFolder = written.KeyFolder;
        ApprovalIsRequired = written.Approval == ApprovalRule.Required;
        Store = store;
    }

    public string Folder { get; }

    /// <summary>Names this workspace, in its store and beside its keys too; random, and never changed.</summary>
    public string Id { get; }

    public WorkspaceKind Kind { get; }

    public StoreKind StoreKind { get; }

    /// <summary>Names the pseudonym key; every pseudonym of this workspace is made with it.</summary>
    public string KeyId { get; }

    /// <summary>The folder outside the workspace in which its key was put; empty for a demonstration.</summary>
    public string KeyFolder { get; }

    /// <summary>Where its keys are looked for: in CANDOUR_KEYS when that is set, else where they were put.</summary>
    public string Keys => Environment.GetEnvironmentVariable("CANDOUR_KEYS") is { Length: > 0 } named ? named : KeyFolder;

    /// <summary>Whether a submission enters a snapshot only when a second person has approved it.</summary>
    public bool ApprovalIsRequired { get; }

    public OperationalStore Store { get; }

    public string Submissions => Path.Combine(Folder, "submissions");

    public string Cells => Path.Combine(Folder, "cells");

    /// <summary>Files that are kept sealed.</summary>
    public string Kept => Path.Combine(Folder, "kept");

    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, Description));

    /// <summary>
    /// Whether a workspace may be made here: the folder is new, empty, or a making that was interrupted, and its store can be
    /// made where it is to be.
    /// </summary>
    public static Result<string> MayCreate(string folder, StoreKind storeKind)
    {
        if (Exists(folder))
        {
            return new WorkspaceExists(folder);
        }

        if (File.Exists(folder))
        {
            return new FolderIsNotEmpty(folder);
        }

        string[] own = ["candour.db", "candour.db-wal", "candour.db-shm", "submissions", "cells", "kept"];
        var others = Directory.Exists(folder)
            && Directory.EnumerateFileSystemEntries(folder).Any(entry => !own.Contains(Path.GetFileName(entry)) && !entry.EndsWith(".new", StringComparison.Ordinal));
        return others ? new FolderIsNotEmpty(folder)
            : StoreAddress.OfNew(storeKind, folder).Then(OperationalStore.MayCreate).Then<string>(_ => folder);
    }

    /// <summary>Makes a workspace; its description is written last, so that half a workspace is none.</summary>
    public static Result<Workspace> Create(
        string folder, WorkspaceKind kind, StoreKind storeKind, ApprovalRule approval, string keyId, string keyFolder)
    {
        if (!MayCreate(folder, storeKind).Try(out _, out var refusal))
        {
            return refusal;
        }

        Directory.CreateDirectory(folder);
        var id = kind == WorkspaceKind.Demo ? keyId : "w" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var written = new Written(KnownFormat, kind, keyId, keyFolder, storeKind, id, approval);
        return StoreAddress.OfNew(storeKind, folder)
            .Then(OperationalStore.Create)
            .Then(store => store.BeginFor(id))
            .Then<Workspace>(store =>
            {
                if (kind == WorkspaceKind.Ordinary)
                {
                    AuditKeys.Rotate(keyFolder, id);
                    BackupKeys.Rotate(keyFolder, id);
                }

                Describe(folder, written);
                return At(folder, written, store);
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

        if (!ReadDescription(folder, path).Try(out var written, out var refusal))
        {
            return refusal;
        }

        return StoreAddress.Of(written.Store, folder, written.WorkspaceId, written.KeyFolder)
            .Then(OperationalStore.Open)
            .Then(store => store.BelongTo(written.WorkspaceId))
            .Then<Workspace>(store => At(folder, written, store));
    }

    /// <summary>Opens a workspace that has keys of its own; a demonstration has none.</summary>
    public static Result<Workspace> OpenWithKeys(string folder) => Open(folder)
        .Then<Workspace>(workspace => workspace.Kind == WorkspaceKind.Demo ? new DemoHasNoKeys() : workspace);

    /// <summary>The bytes of its description, for a backup.</summary>
    internal byte[] DescriptionBytes() => File.ReadAllBytes(Path.Combine(Folder, Description));

    /// <summary>Describes a restored workspace: what it was, with its keys and its store where they are now.</summary>
    internal static void DescribeRestored(string folder, string id, string keyFolder, StoreKind storeKind)
    {
        var path = Path.Combine(folder, Description);
        var written = ReadDescription(folder, path).Match(found => found, refusal => throw new InvalidDataException(refusal.Sentence));
        Describe(folder, written with { Id = id, KeyFolder = keyFolder, Store = storeKind });
    }

    private static void Describe(string folder, Written written) => WholeFile.Write(
        Path.Combine(folder, Description), JsonSerializer.SerializeToUtf8Bytes(written, WrittenContext.Default.Written));

    private static Workspace At(string folder, Written written, OperationalStore store)
    {
        var workspace = new Workspace(folder, written, store);
        Directory.CreateDirectory(workspace.Submissions);
        Directory.CreateDirectory(workspace.Cells);
        Directory.CreateDirectory(workspace.Kept);
        return workspace;
    }

    /// <summary>The format first: of a newer one nothing else can be expected to be as it is here.</summary>
    private static Result<Written> ReadDescription(string folder, string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            using var json = JsonDocument.Parse(bytes);
            var format = json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("format", out var found) && found.TryGetInt32(out var number) ? number : 0;
            return format > KnownFormat ? new WorkspaceIsNewer(folder, format, KnownFormat)
                : format < 1 ? new WorkspaceIsNotReadable(folder)
                : JsonSerializer.Deserialize(bytes, WrittenContext.Default.Written) is { KeyId.Length: > 0, KeyFolder: not null } written
                    ? written
                : new WorkspaceIsNotReadable(folder);
        }
        catch (JsonException)
        {
            return new WorkspaceIsNotReadable(folder);
        }
    }

    /// <summary>The submissions that a snapshot is made of.</summary>
    public IReadOnlyList<SubmissionRecord> ForSnapshot() => ApprovalIsRequired ? Store.ApprovedInForce() : Store.InForce();

    /// <summary>Removes what interrupted runs left unfinished, files of erased rows included; for verbs that write, before they write.</summary>
    public void Sweep()
    {
        foreach (var folder in new[] { Folder, Submissions, Cells, Kept })
        {
            WholeFile.Sweep(folder);
        }

        foreach (var erasure in Store.Erasures())
        {
            File.Delete(Path.Combine(Submissions, erasure.Submission.Hex + ".parquet"));
        }

        ForgetErased();
    }

    /// <summary>Deletes what is left of the files of erased documents.</summary>
    internal void ForgetErased()
    {
        foreach (var name in Store.SealedOfErased())
        {
            File.Delete(Path.Combine(Kept, name + Keeping.KeptFiles.Ending));
        }
    }

    /// <summary>What stands in the description; a workspace of before there were ids is known by its first key.</summary>
    internal sealed record Written(
        int Format, WorkspaceKind Kind, string KeyId, string KeyFolder, StoreKind Store = StoreKind.Sqlite, string Id = "",
        ApprovalRule Approval = ApprovalRule.None)
    {
        [JsonIgnore]
        public string WorkspaceId => Id is { Length: > 0 } ? Id : KeyId;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(Workspace.Written))]
internal sealed partial class WrittenContext : JsonSerializerContext;
