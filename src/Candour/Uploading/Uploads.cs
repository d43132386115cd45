using System.Collections.Concurrent;
using Candour.Access;
using Candour.CommandLine;
using Candour.Definitions;
using Candour.Intake;
using Candour.Intake.Guiding;
using Candour.Intake.Reading;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;

namespace Candour.Uploading;

/// <summary>The files that browsers sent and that are not submissions yet: read one at a time, beside the pages.</summary>
public sealed class Uploads(Workspace workspace, Catalogue catalogue, TimeProvider clock) : IHostedService, IDisposable
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

        if (!Known().Try(out var known, out var refusal))
        {
            return refusal;
        }

        if (mapping.Length > 0 && !known.Mappings.ContainsKey(mapping))
        {
            return new MappingUnknown(mapping, [.. known.Mappings.Keys.Order(StringComparer.Ordinal)]);
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

    /// <summary>The definitions with the mappings that were made in this workspace.</summary>
    public Result<Catalogue> Known() => catalogue.WithMappings(workspace.Store.KeptMappings());

    /// <summary>Reads it again with what its sender has answered, each answer as KEY=VALUE.</summary>
    public Result<Upload> Answer(Viewer sender, string id, IReadOnlyDictionary<string, string> answers) => Find(sender, id).Then<Upload>(upload =>
        upload.Stage is not UploadStage.Checked ? upload
        : AnswersKept.With(Today, answers).Then<Upload>(_ => Again(
            upload, new Upload(upload.Id, upload.Sender, upload.Mapping, upload.File, upload.Began)
            {
                MadeMapping = upload.MadeMapping,
                Answers = upload.Answers.Where(pair => !answers.ContainsKey(pair.Key)).Concat(answers).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            })));

    /// <summary>Forgets what was answered about its source, and asks again.</summary>
    public Result<Upload> AskAgain(Viewer sender, string id) => Find(sender, id).Then<Upload>(upload =>
    {
        if (upload.Stage is not UploadStage.Checked { File: var file })
        {
            return upload;
        }

        workspace.Store.ForgetAnswers(file.Mapping.Id, Entry(upload, "forget answers", file.Mapping.Id, "the source is asked about again"));
        return Again(upload, new Upload(upload.Id, upload.Sender, upload.Mapping, upload.File, upload.Began) { MadeMapping = upload.MadeMapping });
    });

    /// <summary>What the columns of a file look like that no mapping knows; the file is read whole.</summary>
    public async Task<Result<SourceSurvey>> SurveyAsync(Viewer sender, string id, string encoding, CancellationToken cancellation)
    {
        if (!Find(sender, id).Try(out var upload, out var refusal))
        {
            return refusal;
        }

        if (upload.Surveyed is { } before && before.Encoding == encoding)
        {
            return before.Survey;
        }

        await one.WaitAsync(cancellation);
        try
        {
            return SourceSurvey.Of(upload.File, Today with { Reader = ConfinedReading.Read, Encoding = encoding }).Then<SourceSurvey>(survey =>
            {
                upload.Surveyed = (encoding, survey);
                return survey;
            });
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Reads it by what its sender has said of its columns.</summary>
    public Result<Upload> Guide(Viewer sender, string id, GuidedMapping made)
    {
        ArgumentNullException.ThrowIfNull(made);
        if (!Find(sender, id).Try(out var upload, out var refusal) || !made.Checked().Try(out _, out refusal) || !Known().Try(out var known, out refusal))
        {
            return refusal;
        }

        if (!Sight.Of(sender, Right.Submit, catalogue).SeesAny(new Holding(made.Dataset, made.Agency, IsPublic: false)))
        {
            return new AgencyIsNotYours(made.Agency);
        }

        if (known.Mappings.ContainsKey(made.Id))
        {
            return new SourceNameIsTaken(made.Title);
        }

        var text = made.ToText();
        return known.WithMappings(new Dictionary<string, string> { [made.Id] = text }).Then<Upload>(_ => Again(
            upload, new Upload(upload.Id, upload.Sender, made.Id, upload.File, upload.Began) { MadeMapping = text, Surveyed = upload.Surveyed }));
    }

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
            upload.Stage = new UploadStage.Checked(file, again, upload.Answers);
            return new PreviewIsOld();
        }

        // First, because a submission by a mapping that nobody has is worse than a mapping that no submission has.
        if (upload.MadeMapping.Length > 0 && !workspace.Store.KeepMapping(
            file.Mapping.Id, upload.MadeMapping, Entry(upload, "keep mapping", file.Mapping.Id, $"{file.Mapping.Title}, as {file.Dataset.Id}")))
        {
            return new SourceNameIsTaken(file.Mapping.Title);
        }

        var submitted = await Submission.SubmitAsync(file, workspace, seen.Replaces.Count > 0, now, sender.Person, cancellation);
        return submitted.Then<Upload>(taken =>
        {
            upload.Stage = new UploadStage.Taken(taken);
            if (upload.Answers.Count > 0)
            {
                workspace.Store.KeepAnswers(file.Mapping.Id, upload.Answers, Entry(
                    upload, "keep answers", file.Mapping.Id, string.Join(' ', upload.Answers.Select(pair => pair.Key).Order(StringComparer.Ordinal))));
            }

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
        if (upload.Stage is not UploadStage.Checked { File: var file, Remembered: var remembered })
        {
            return new UploadIsGone();
        }

        var place = files.NewPlace();
        try
        {
            return Wishes(upload, catalogue).Then(wishes => AnswersKept.With(wishes, remembered)).Then(wishes => Returning.Write(file, wishes, place)).Then<byte[]>(_ => File.ReadAllBytes(place));
        }
        finally
        {
            MemoryFiles.Forget(place);
        }
    });

    /// <summary>Goes on with what waited when a server of this workspace was stopped; what its sender may no longer submit is forgotten.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var place in files.TakeOver())
        {
            if (!LeftUpload.ReadBeside(place).Then(left => Opened(left, place)).Try(out var upload, out _))
            {
                MemoryFiles.Forget(place);
                continue;
            }

            Begin(upload);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Stops the reading; the files stay in memory for the server that is started next.</summary>
    public void Dispose()
    {
        foreach (var upload in all.Values)
        {
            upload.Cancel();
        }

        files.Leave();
        one.Dispose();
    }

    private Result<Upload> Opened(LeftUpload left, string place)
    {
        var now = clock.GetUtcNow();
        if (now - left.Began > Longest || workspace.Store.FindPerson(left.Person) is not { IsActive: true } person)
        {
            return new UploadIsGone();
        }

        var sender = Viewer.On(
            DateOnly.FromDateTime(now.UtcDateTime), person.Id, person.Name, workspace.Store.AssignmentsOf(person.Id).Select(Assignments.Of));
        return !sender.May(Right.Submit) ? new UploadIsGone() : SourceFile.Open(left.Name, place).Then<Upload>(file =>
            new Upload(left.Id, sender, left.Mapping, file, left.Began) { MadeMapping = left.MadeMapping, Answers = left.Answers });
    }

    /// <summary>In the place of the one before, with the same bytes.</summary>
    private Upload Again(Upload before, Upload again)
    {
        Begin(again);
        before.Dispose();
        return again;
    }

    private void Begin(Upload upload)
    {
        all[upload.Id] = upload;
        LeftUpload.Of(upload).WriteBeside(upload.File.Place);
        _ = Task.Run(() => CheckAsync(upload));
    }

    private async Task CheckAsync(Upload upload)
    {
        try
        {
            await one.WaitAsync(upload.Cancelled);
            try
            {
                upload.ReadingSince = clock.GetUtcNow();
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
        if (!Known().Then(known => upload.MadeMapping.Length == 0 ? known
                : known.WithMappings(new Dictionary<string, string> { [upload.Mapping] = upload.MadeMapping })).Try(out var whole, out var refusal)
            || !Wishes(upload, whole).Try(out var wishes, out refusal)
            || !PseudonymKey.Open(workspace).Then(key => AnswersKept.Check(
                upload.File, upload.Mapping, whole, key, wishes, workspace.Store.AnswersFor))
                .Try(out var found, out refusal))
        {
            if (refusal is AreaNotAuthorised)
            {
                workspace.Store.Append([Refused(upload)]);
            }

            return new UploadStage.Refused(refusal);
        }

        var file = found.File;
        var preview = await Submission.PreviewAsync(file, workspace, clock.GetUtcNow(), upload.Cancelled);
        if (MaySubmit(upload.Sender, file, preview.Match(seen => seen.Replaces, _ => [])))
        {
            return new UploadStage.Checked(file, preview, found.Used);
        }

        workspace.Store.Append([Refused(upload)]);
        return new UploadStage.Refused(new PlaceIsNotYours(upload.File.ShortName));
    }

    private AuditEntry Refused(Upload upload) =>
        Entry(upload, "submission refused", upload.File.Hash.Hex, "rows of an area that the sender may not submit");

    private AuditEntry Entry(Upload upload, string act, string on, string reason) =>
        new(clock.GetUtcNow(), upload.Sender.Person, act, on, Assignments.ScopeOf(upload.Sender), reason);

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

    private CheckWishes Today => new(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    private Result<CheckWishes> Wishes(Upload upload, Catalogue whole)
    {
        var sight = Sight.Of(upload.Sender, Right.Submit, catalogue);
        return AnswersKept.With(
            Today with
            {
                Reader = upload.Counting(ConfinedReading.Read),
                // Never the empty set, which stands for every area.
                Areas = whole.Mappings.Values.SelectMany(mapping => AreasOf(sight, mapping)).Append("").ToHashSet(StringComparer.Ordinal),
            },
            upload.Answers);
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
