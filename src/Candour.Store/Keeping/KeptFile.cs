using Candour.Kernel;

namespace Candour.Store.Keeping;

/// <summary>A file that is kept sealed.</summary>
/// <param name="Id">SHA-256 of its content.</param>
/// <param name="Sealed">SHA-256 of the sealed file, which is its name in the workspace too.</param>
/// <param name="Size">Bytes of its content.</param>
/// <param name="KeptAt">When it was first kept.</param>
public sealed record KeptFile(ContentHash Id, ContentHash Sealed, long Size, DateTimeOffset KeptAt);

/// <summary>Nothing of that name is kept.</summary>
public sealed record NoSuchKeptFile(string Said) : Refusal($"No file '{Said}' is kept in this workspace: copy its name whole.");

/// <summary>What lies in its place is not what was kept.</summary>
public sealed record KeptFileIsDamaged(ContentHash Id) : Refusal(
    $"The file {Id.Abbreviated} is missing or damaged: restore the workspace from a backup that holds it.");

/// <summary>The key that it is sealed with is not here.</summary>
public sealed record KeptKeyIsMissing(string Key, string Folder) : Refusal(
    $"The key {Key} that kept files are sealed with is not in {Folder}: put it back from its copy, or set CANDOUR_KEYS to the folder that holds it.");
