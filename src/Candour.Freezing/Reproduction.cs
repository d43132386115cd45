using System.Text;
using System.Text.Json;
using Candour.Databank.Snapshots;
using Candour.Definitions;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Readings.Figures;
using Candour.Statistics;
using Candour.Store;

namespace Candour.Freezing;

/// <summary>The text is not a permanent reference.</summary>
public sealed record NotAReference(string Said) : Refusal(
    $"'{(Said.Length <= 200 ? Said : Said[..200] + "…")}' is not a permanent reference: copy it whole from the page or the line of the figure.");

/// <summary>Its inputs are not here.</summary>
public sealed record NotOfThisWorkspace(ContentHash Snapshot) : Refusal(
    $"The reference names the snapshot {Snapshot.Abbreviated}, which this workspace does not have: look in the workspace that made it.");

/// <summary>The methods have changed.</summary>
public sealed record MethodsHaveChanged(int Named, int Present) : Refusal(
    $"The reference names version {Named} of the statistical methods, and this program has version {Present}: use the program of that time.");

/// <summary>The folder is used.</summary>
public sealed record IntoIsNotEmpty(string Folder) : Refusal(
    $"The folder {Folder} is not empty: figures are made again in a new or empty one, so that nothing else can have a part in them.");

/// <summary>A figure made again from its inputs.</summary>
/// <param name="Reference">Its permanent name.</param>
/// <param name="Made">What it says when it is made again.</param>
/// <param name="Kept">What it says as the workspace reads it; none where its cells are gone.</param>
public sealed record ReproducedFigure(FigureReference Reference, string Made, string? Kept)
{
    /// <summary>Byte for byte the same.</summary>
    public bool IsSame => Kept is not null && Made == Kept;
}

/// <summary>
/// Makes figures again from their inputs, in a folder in which nothing else lies: the files of the submissions, each compared with
/// its hash, and the definitions of then. Nothing of the workspace's cells has a part in it.
/// </summary>
public sealed class Reproduction
{
    private readonly ReadingRoom again;
    private readonly Result<ReadingRoom> kept;

    private Reproduction(ReadingRoom again, Result<ReadingRoom> kept) => (this.again, this.kept) = (again, kept);

    /// <summary>The room over what was made again.</summary>
    public ReadingRoom Again => again;

    /// <summary>Copies the inputs of a snapshot into a folder and computes its cells there.</summary>
    public static async Task<Result<Reproduction>> MakeAsync(
        Workspace workspace, Catalogue catalogue, ContentHash snapshot, string into, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        if (Directory.Exists(into) && Directory.EnumerateFileSystemEntries(into).Any())
        {
            return new IntoIsNotEmpty(into);
        }

        if (workspace.Store.FindSnapshot(snapshot) is not { } record)
        {
            return new NotOfThisWorkspace(snapshot);
        }

        if (!FrozenSnapshots.DefinitionsOf(workspace, catalogue, record).Try(out var present, out var refusal))
        {
            return refusal;
        }

        var files = new SnapshotFolder(Path.Combine(into, "submissions"), Path.Combine(into, "cells"));
        Directory.CreateDirectory(files.Submissions);
        Directory.CreateDirectory(files.Cells);
        Write(Path.Combine(into, "definitions"), present.Texts);
        if (!Catalogue.Load(Path.Combine(into, "definitions")).Try(out var then, out refusal))
        {
            return refusal;
        }

        if (then.ComputationalHash != record.Definitions || SnapshotId.Of(record.Submissions, then.ComputationalHash) != snapshot)
        {
            return new DefinitionsHaveChanged(snapshot);
        }

        if (InputsErased.Of(workspace, record) is { } erased)
        {
            return erased;
        }

        var submissions = workspace.Store.SubmissionsOf(record);
        foreach (var submission in submissions)
        {
            var (from, to) = (SubmissionFile.PathOf(workspace.Submissions, submission.Id), SubmissionFile.PathOf(files.Submissions, submission.Id));
            if (!File.Exists(from))
            {
                return new SubmissionIsDamaged(submission.Id);
            }

            File.Copy(from, to);
            var rows = await SubmissionFile.ReadAsync(to, then.Datasets[submission.Dataset], cancellation);
            if (CanonicalRows.Hash(then.Datasets[submission.Dataset], submission.Agency, rows) != submission.Id)
            {
                return new SubmissionIsDamaged(submission.Id);
            }
        }

        return (await SnapshotMaking.ComputeElsewhereAsync(files, then, record, submissions, cancellation)).Then<Reproduction>(
            _ => new Reproduction(
                new ReadingRoom(ReadableSnapshot.OpenElsewhere(files, then, record, submissions)),
                FrozenSnapshots.Open(workspace, catalogue, snapshot).Then<ReadingRoom>(found => new ReadingRoom(found))));
    }

    /// <summary>The figure of a reference, made again, beside what the workspace says.</summary>
    public Result<ReproducedFigure> Figure(FigureReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference.MethodVersion != MethodVersion.Current
            ? new MethodsHaveChanged(reference.MethodVersion, MethodVersion.Current)
            : Referring.Read(again, reference).Then<ReproducedFigure>(made => new ReproducedFigure(
                reference, Text(made), kept.Then(room => Referring.Read(room, reference)).Match<string?>(Text, _ => null)));
    }

    /// <summary>The references of all figures of a reporting period: each measure of the dataset in each area, without breakdowns.</summary>
    public static Result<IReadOnlyList<FigureReference>> References(ReadingRoom room, Dataset dataset, Period period)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(dataset);
        if (!room.Snapshot.Has(dataset.Id))
        {
            return new NotClosedHere(dataset.Id);
        }

        var hierarchy = room.Catalogue.HierarchyOf(dataset);
        return new Result<IReadOnlyList<FigureReference>>.Accepted(
        [
            .. room.Measures.Where(measure => measure.Datasets.Contains(dataset.Id)).SelectMany(measure => hierarchy.Areas
                .Select(area => room.Read(measure, new Question(dataset, hierarchy, area, period, [])).Reference)),
        ]);
    }

    /// <summary>Reads a reference as it is written.</summary>
    public static Result<FigureReference> Read(string text) =>
        FigureReference.TryParse(text, out var reference) ? reference : new NotAReference(text);

    /// <summary>Everything that a figure says, with every digit, in one line.</summary>
    public static string Text(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("reference", reading.Reference.ToString());
            json.WriteString("state", reading.Figure.State);
            if (reading.Figure is Figure.Known known)
            {
                Number(json, "value", known.Value);
                Number(json, "lower", known.Lower);
                Number(json, "upper", known.Upper);
            }
            else
            {
                json.WriteString("why", reading.Figure.Reason);
            }

            json.WriteNumber("numerator", reading.Numerator);
            json.WriteNumber("denominator", reading.Denominator);
            json.WriteNumber("missing", reading.Missing);
            json.WriteString("gaps", string.Join(' ', reading.Gaps));
            json.WriteString("partial", string.Join(' ', reading.Partial));
            json.WriteBoolean("immature", reading.Immature);
            json.WriteBoolean("synthetic", reading.IsSynthetic);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteString(name, "notReached");
        }
    }

    private static void Write(string folder, IReadOnlyDictionary<string, string> texts)
    {
        foreach (var (name, text) in texts)
        {
            var path = Path.GetFullPath(Path.Combine(folder, name));
            if (!path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new InvalidDataException("A kept definition lies outside its folder.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
