using Candour.Kernel;

namespace Candour.Store.Backups;

/// <summary>The file is no backup.</summary>
public sealed record NotABackup(string File) : Refusal(
    $"The file {File} is missing or is no backup of Candour: name one that 'candour backup' wrote.");

/// <summary>The backup is not what was written.</summary>
public sealed record BackupIsDamaged(string File, string Where) : Refusal(
    $"The backup {File} is cut short or was altered ({Where}): nothing was taken from it. Use another copy, or an older backup.");

/// <summary>A later program made it.</summary>
public sealed record BackupIsNewer(string File, long Found, long Known) : Refusal(
    $"The backup {File} was made by a newer version of Candour (version {Found}, this program knows {Known}): use the newer program.");

/// <summary>The key of the backup is not here.</summary>
public sealed record BackupKeyIsMissing(string File, string Workspace, string Key, string Folder) : Refusal(
    $"The backup {File} is of the workspace {Workspace} under the key {Key}, which is not in {Folder}: name the folder that holds "
    + "it with --keys.");

/// <summary>A backup never overwrites a file.</summary>
public sealed record BackupFileExists(string File) : Refusal(
    $"There is a file {File} already, and it was left as it is: name another for the backup.");

/// <summary>No file was named.</summary>
public sealed record NoBackupFile() : Refusal("Say which file the backup is to become: candour backup FILE.");

/// <summary>A submission's file is not as it was stored.</summary>
public sealed record SubmissionFileIsLost(string Submission) : Refusal(
    $"The file of the submission {Submission[..12]} is missing or was altered, so no whole backup can be made: restore it from an "
    + "earlier backup first.");

/// <summary>A file that the store says is kept is not there.</summary>
public sealed record KeptFileIsLost(string Sealed) : Refusal(
    $"The kept file {Sealed[..12]} is missing, so no whole backup can be made: restore it from an earlier backup first.");

/// <summary>A folder that holds something is never restored into.</summary>
public sealed record RestoresIntoEmptyFolders(string Folder) : Refusal(
    $"The folder {Folder} is not empty, and nothing in it was changed: name a new or an empty one to restore into.");
