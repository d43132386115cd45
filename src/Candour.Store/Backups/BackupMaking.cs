using Candour.Kernel;
using Candour.Store.Erasing;
using Candour.Store.Keeping;

namespace Candour.Store.Backups;

/// <summary>Makes a backup of a workspace that is in use: everything in it is of one moment.</summary>
public static class BackupMaking
{
    /// <summary>
    /// Writes a backup under another name, reads it back to its end, and only then gives it its own. That a backup was made is
    /// in the trail, and so in the backup itself.
    /// </summary>
    public static Result<BackupSummary> Make(Workspace workspace, string file, DateTimeOffset now, string who)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        if (Path.Exists(file))
        {
            return new BackupFileExists(file);
        }

        if (!BackupKeys.InUse(workspace.Keys, workspace.Id).Try(out var key, out var refusal))
        {
            return refusal;
        }

        if (ErasureLedger.Lines(workspace.Store).Any())
        {
            // The copy of the ledger beside the keys, in case the program was stopped before it was written.
            ErasureLedger.Keep(workspace);
        }

        workspace.Store.Append([new AuditEntry(now, who, "backup", key.Name, "", "a copy of the workspace")]);
        var unfinished = WholeFile.Unfinished(file);
        try
        {
            var made = Write(workspace, BackupHeader.New(workspace.Id, key.Name, now), key, unfinished)
                .Then(_ => BackupReading.Verify(unfinished, workspace.Keys));
            if (made is Result<BackupSummary>.Accepted)
            {
                WholeFile.PutInPlace(unfinished, file);
            }

            return made;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static Result<string> Write(Workspace workspace, BackupHeader header, BackupKey key, string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        header.Write(file);
        using var sealing = new SealingStream(file, key.For(header));
        BackupParts.Write(sealing, BackupReading.Description, part => part.Write(workspace.DescriptionBytes()));
        var tables = workspace.Store.Database;
        using (var connection = tables.ConnectToRead())
        {
            using var transaction = tables.BeginToRead(connection);
            foreach (var table in TableRows.TablesOf(tables, connection, transaction))
            {
                BackupParts.Write(
                    sealing, BackupReading.TablePart + table.Name, part => TableRows.Write(connection, transaction, table, part));
            }

            // A submission's file is on the disk before its manifest, so every one of this moment is there.
            foreach (var id in OperationalStore.SubmissionsWithFiles(connection, transaction))
            {
                var source = Path.Combine(workspace.Submissions, id + ".parquet");
                if (!File.Exists(source))
                {
                    return new SubmissionFileIsLost(id);
                }

                BackupParts.Write(sealing, BackupReading.SubmissionPart + id, part =>
                {
                    using var submission = File.OpenRead(source);
                    submission.CopyTo(part);
                });
            }

            // Kept files go as they lie, sealed.
            foreach (var kept in OperationalStore.KeptHere(connection, transaction))
            {
                var source = Path.Combine(workspace.Kept, kept + KeptFiles.Ending);
                if (!File.Exists(source))
                {
                    return new KeptFileIsLost(kept);
                }

                BackupParts.Write(sealing, BackupReading.KeptPart + kept, part =>
                {
                    using var file = File.OpenRead(source);
                    file.CopyTo(part);
                });
            }
        }

        BackupParts.WriteEnd(sealing);
        sealing.Finish();
        file.Flush(flushToDisk: true);
        return path;
    }
}
