using Candour.Kernel;

namespace Candour.Store;

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
