using System.Collections.Concurrent;
using Candour.Access;
using Candour.CommandLine;
using Candour.Definitions;
using Candour.Intake;
using Candour.Intake.Reading;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;

namespace Candour.Uploading;

/// <summary>There is no such upload any more, or it is somebody else's.</summary>
public sealed record UploadIsGone() : Refusal(
    "There is no file of yours waiting here: it was cancelled, it waited for more than an hour, or the server was started anew. "
    + "Nothing of it was taken unless there is a receipt; send it again if there is none.");

/// <summary>One person has too many files waiting.</summary>
public sealed record TooManyUploads() : Refusal(
    "You have several files waiting already: submit or cancel one of them first. Nothing of this one was taken.");

/// <summary>The file holds, or would replace, rows of places that the sender may not submit.</summary>
public sealed record PlaceIsNotYours(string File) : Refusal(
    $"The file {File} holds, or would take the place of, rows of an agency or area that you may not submit: nothing was taken. "
    + "Send only your own area's rows, or ask for the right to submit the others.");

/// <summary>Something else came into force between the preview and the submission.</summary>
public sealed record PreviewIsOld() : Refusal(
    "Something else was submitted since you saw what would change: look at it again, and submit then. Nothing was taken.");

/// <summary>The files that browsers sent and that are not submissions yet: read one at a time, beside the pages.</summary>
public sealed class Uploads(Workspace workspace, Catalogue catalogue, TimeProvider clock) : IDisposable
{
    private const int MostWaiting = 4;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Upload> all = [];
    private readonly SemaphoreSlim one = new(1);
    private readonly MemoryFiles files = new(workspace);

    /// <summary>Keeps a file in memory and begins to read it.</summary>
    public async Task<Result<Upload>> BeginAsync(Viewer sender, string name, Stream content, string mapping, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ForgetOld();
        if (Of(sender).Count(upload => upload.Stage is not UploadStage.Taken) >= MostWaiting)
        {
            return new TooManyUploads();
        }

        if (mapping.Length > 0 && !catalogue.Mappings.ContainsKey(mapping))
        {
            return new MappingUnknown(mapping, [.. catalogue.Mappings.Keys.Order(StringComparer.Ordinal)]);
        }

        var kept = await files.KeepAsync(content, cancellation);
        return kept.Then(place =>
        {
            var opened = SourceFile.Open(name, place).Then<Upload>(file => new Upload(Secret.NewId(), sender, mapping, file, clock.GetUtcNow()));
            if (opened is Result<Upload>.Accepted { Value: var upload })
            {
                Begin(upload);
            }
            else
            {
                MemoryFiles.Forget(place);
            }

            return opened;
        });
    }

    /// <summary>Waits until it has been read, or for a moment: a small file is not worth a page that says so.</summary>
    public static async Task WaitAMomentAsync(Upload upload, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(upload);
        for (var waited = 0; waited < 40 && upload.Stage is UploadStage.Reading; waited++)
        {
            await Task.Delay(50, cancellation);
        }
    }

    /// <summary>The uploads of a person, the oldest first.</summary>
    public IReadOnlyList<Upload> Of(Viewer sender) =>
        [.. all.Values.Where(upload => upload.Sender.Person == sender.Person).OrderBy(upload => upload.Began)];

    /// <summary>The upload, for whoever sent it.</summary>
    public Result<Upload> Find(Viewer sender, string id)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ForgetOld();
        return all.TryGetValue(id, out var found) && found.Sender.Person == sender.Person ? found : new UploadIsGone();
    }

    /// <summary>Reads it again with what its sender has answered.</summary>
    public Result<Upload> Answer(Viewer sender, string id, IReadOnlyList<string> answers) => Find(sender, id).Then<Upload>(upload =>
    {
        if (upload.Stage is not UploadStage.Checked)
        {
            return upload;
        }

        foreach (var answer in answers)
        {
            if (!FileAnswers.With(Wishes(upload), answer).Try(out _, out var refusal))
            {
                return refusal;
            }
        }

        var again = new Upload(upload.Id, upload.Sender, upload.Mapping, upload.File, upload.Began) { Answers = [.. upload.Answers, .. answers] };
        Begin(again);
        upload.Dispose();
        return again;
    });

    /// <summary>Makes it a submission, in the place of exactly those that its sender saw it would replace.</summary>
    public async Task<Result<Upload>> SubmitAsync(Viewer sender, string id, CancellationToken cancellation)
    {
        if (!Find(sender, id).Try(out var upload, out var refusal))
        {
            return refusal;
        }

        if (upload.Stage is not UploadStage.Checked { File: var file, Preview: Result<Preview>.Accepted { Value: var seen } })
        {
            return upload;
        }

        var now = clock.GetUtcNow();
        if (!(await Submission.PreviewAsync(file, workspace, now, cancellation)).Try(out var again, out refusal))
        {
            return refusal;
        }

        if (!again.Replaces.Select(old => old.Id).SequenceEqual(seen.Replaces.Select(old => old.Id)))
        {
            upload.Stage = new UploadStage.Checked(file, again);
            return new PreviewIsOld();
        }

        var submitted = await Submission.SubmitAsync(file, workspace, seen.Replaces.Count > 0, now, sender.Person, cancellation);
        return submitted.Then<Upload>(taken =>
        {
            upload.Stage = new UploadStage.Taken(taken);
            MemoryFiles.Forget(upload.File.Place);
            return upload;
        });
    }

    /// <summary>Stops reading it and forgets it; nothing of it stays.</summary>
    public Result<Upload> Cancel(Viewer sender, string id) => Find(sender, id).Then<Upload>(upload =>
    {
        Forget(upload);
        return upload;
    });

    /// <summary>The file with a column that says what is wrong in each row.</summary>
    public Result<byte[]> Returned(Viewer sender, string id) => Find(sender, id).Then<byte[]>(upload =>
    {
        if (upload.Stage is not UploadStage.Checked { File: var file })
        {
            return new UploadIsGone();
        }

        var place = files.NewPlace();
        try
        {
            return Returning.Write(file, Wishes(upload), place).Then<byte[]>(_ => File.ReadAllBytes(place));
        }
        finally
        {
            MemoryFiles.Forget(place);
        }
    });

    public void Dispose()
    {
        foreach (var upload in all.Values)
        {
            Forget(upload);
        }

        files.ForgetAll();
        one.Dispose();
    }

    private void Begin(Upload upload)
    {
        all[upload.Id] = upload;
        _ = Task.Run(() => CheckAsync(upload));
    }

    private async Task CheckAsync(Upload upload)
    {
        try
        {
            await one.WaitAsync(upload.Cancelled);
            try
            {
                upload.Stage = await StageOfAsync(upload);
            }
            finally
            {
                one.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // Its sender, or the end of the program, has stopped it; it is forgotten already.
        }
#pragma warning disable CA1031 // Nobody waits for this task: its sender sees the fault, and the next file is read.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            upload.Stage = new UploadStage.Refused(new ReadingFailed(upload.File.ShortName, fault.GetType().Name));
        }
    }

    private async Task<UploadStage> StageOfAsync(Upload upload)
    {
        if (!PseudonymKey.Open(workspace)
            .Then(key => Checking.Check(upload.File, upload.Mapping, catalogue, key, Wishes(upload))).Try(out var file, out var refusal))
        {
            if (refusal is AreaNotAuthorised)
            {
                workspace.Store.Append([Refused(upload)]);
            }

            return new UploadStage.Refused(refusal);
        }

        var preview = await Submission.PreviewAsync(file, workspace, clock.GetUtcNow(), upload.Cancelled);
        if (MaySubmit(upload.Sender, file, preview.Match(seen => seen.Replaces, _ => [])))
        {
            return new UploadStage.Checked(file, preview);
        }

        workspace.Store.Append([Refused(upload)]);
        return new UploadStage.Refused(new PlaceIsNotYours(upload.File.ShortName));
    }

    private AuditEntry Refused(Upload upload) => new(
        clock.GetUtcNow(), upload.Sender.Person, "submission refused", upload.File.Hash.Hex, Assignments.ScopeOf(upload.Sender),
        "rows of an area that the sender may not submit");

    /// <summary>Every row of it, and every row that it would replace, is of a place for which its sender may submit.</summary>
    private bool MaySubmit(Viewer sender, CheckedFile file, IReadOnlyList<SubmissionRecord> replaced)
    {
        var sight = Sight.Of(sender, Right.Submit, catalogue);
        var holding = new Holding(file.Dataset, file.Mapping.Agency, IsPublic: false);
        var area = file.Dataset.IndexOf(file.Dataset.AreaField.Id);
        return sight.SeesAny(holding)
            && (file.Rows.Count == 0 || sight.Sees(holding, file.Rows.Select(row => row.Values[area]).ToHashSet(StringComparer.Ordinal)))
            && replaced.All(old => sight.SeesWhole(holding) || sight.Sees(holding, SubmissionFile.AreasOf(workspace.Submissions, old.Id, file.Dataset)));
    }

    private CheckWishes Wishes(Upload upload)
    {
        var sight = Sight.Of(upload.Sender, Right.Submit, catalogue);
        var wishes = new CheckWishes(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
        {
            Reader = upload.Counting(ConfinedReading.Read),
            // Never the empty set, which stands for every area.
            Areas = catalogue.Mappings.Values.SelectMany(mapping => AreasOf(sight, mapping)).Append("").ToHashSet(StringComparer.Ordinal),
        };
        return upload.Answers.Aggregate(wishes, (so, answer) => FileAnswers.With(so, answer).Match(more => more, _ => so));
    }

    /// <summary>The areas of the lowest level whose rows the sender may submit by a mapping.</summary>
    private IEnumerable<string> AreasOf(Sight sight, Mapping mapping)
    {
        var holding = new Holding(catalogue.Datasets[mapping.Dataset], mapping.Agency, IsPublic: false);
        return sight.SeesAny(holding)
            ? catalogue.HierarchyOf(holding.Dataset).Lowest.Select(area => area.Id).Where(area => sight.Sees(holding, [area])) : [];
    }

    private void ForgetOld()
    {
        foreach (var upload in all.Values.Where(upload => clock.GetUtcNow() - upload.Began > Longest).ToList())
        {
            Forget(upload);
        }
    }

    private void Forget(Upload upload)
    {
        if (all.TryRemove(upload.Id, out var found))
        {
            found.Cancel();
            MemoryFiles.Forget(found.File.Place);
        }
    }
}

/// <summary>Something went wrong that is not the file's fault.</summary>
public sealed record ReadingFailed(string File, string Fault) : Refusal(
    $"The file {File} could not be read because of a fault of the program ({Fault}): nothing was taken. Tell whoever runs it.");
