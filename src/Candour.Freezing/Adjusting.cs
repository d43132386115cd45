using System.Globalization;
using Candour.Databank.Snapshots;
using Candour.Databank.States;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Closings;

namespace Candour.Freezing;

/// <summary>The row is not among those that the area may have adjusted.</summary>
public sealed record RowIsNotHere() : Refusal(
    "There is not exactly one row with this key in this area and period, in the current snapshot: copy the key, or its first 8 signs, from "
    + "the rows behind a figure.");

/// <summary>The field cannot be adjusted.</summary>
public sealed record FieldCannotBeAdjusted(string Field) : Refusal(
    $"The field '{Field}' cannot be adjusted: an adjustment changes a code, a day or a number, never a key, an area or an identifier.");

/// <summary>The value does not fit the field.</summary>
public sealed record ValueDoesNotFit(string Field, string How) : Refusal($"The value does not fit the field '{Field}': {How}");

/// <summary>Nothing would change.</summary>
public sealed record NothingWouldChange() : Refusal("The row says that already, so nothing would change.");

/// <summary>The row is another than when the adjustment was asked for.</summary>
public sealed record RowSaysSomethingElse() : Refusal(
    "The row has changed, or is gone, since the adjustment was asked for: decline it, and have it asked for again. Nothing was changed.");

/// <summary>A later snapshot is current than the one whose rows were recorded.</summary>
public sealed record LaterRowsCame() : Refusal(
    "Since these late rows were recorded a later snapshot has become current: decide on what was recorded for that one.");

/// <summary>What a person asks to have changed.</summary>
/// <param name="Area">The area that asks, of the level that agrees.</param>
/// <param name="RowKey">The key of the row, as the rows behind a figure show it.</param>
/// <param name="Field">Which field.</param>
/// <param name="Becomes">What it is to hold; empty where nothing is known.</param>
/// <param name="Evidence">Where the evidence lies.</param>
public sealed record CorrectionAsked(string Area, string RowKey, string Field, string Becomes, string Evidence);

/// <summary>Asks for corrections with their effect, and carries out what a second person accepted.</summary>
public sealed class Adjusting(Workspace workspace, ReadableSnapshot snapshot)
{
    /// <summary>In the trail: whoever asked for an adjustment wanted to decide on it, and was refused.</summary>
    internal const string OwnDecision = "own decision refused";

    private const int LongestEvidence = 200;
    private const int FewestSigns = 8;

    /// <summary>Asks for the correction of one field of one row.</summary>
    public Result<Adjustment> Ask(Dataset dataset, Period period, CorrectionAsked asked, Doing doing, string id)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(doing);
        var hierarchy = snapshot.Catalogue.HierarchyOf(dataset);
        if (PeriodRows.AreasThatAgree(hierarchy, dataset).FirstOrDefault(one => one.Id == asked.Area) is not { } area || !snapshot.Has(dataset.Id))
        {
            return new NotAnAreaThatAgrees(dataset.Id);
        }

        if (!Value(dataset, asked, doing.Day).Try(out var value, out var refusal))
        {
            return refusal;
        }

        var (index, place, placing) = (dataset.IndexOf(asked.Field), dataset.IndexOf(dataset.AreaField.Id), new RowPlacing(dataset, period));
        var own = hierarchy.LowestUnder(area.Id).ToHashSet(StringComparer.Ordinal);
        var rows = snapshot.RowsOf(dataset).Select(source => source.Row).ToList();
        var named = rows.FindAll(one => own.Contains(one.Values[place]) && placing.Touches(one) && IsNamed(RowDifferences.KeyOf(dataset, one), asked.RowKey));
        if (named is not [var row])
        {
            return new RowIsNotHere();
        }

        if (row.Values[index] == value)
        {
            return new NothingWouldChange();
        }

        var effects = MeasureEffects.Between(
            RowStates.InPlaceOf(snapshot, dataset, rows),
            RowStates.InPlaceOf(snapshot, dataset, [.. rows.Select(one => ReferenceEquals(one, row) ? With(one, index, value) : one)]),
            dataset, period, [.. new[] { area, hierarchy[row.Values[place]] }.Distinct()]);
        var adjustment = new Adjustment(
            id, dataset.Id, period, area.Id, AdjustmentKind.Correction, RowDifferences.KeyOf(dataset, row), asked.Field, row.Values[index], value, "", "",
            doing.Reason, asked.Evidence.Trim()[..Math.Min(asked.Evidence.Trim().Length, LongestEvidence)], doing.Who, doing.At,
            AdjustmentState.Asked, "", "", 1);
        return workspace.Store.Ask(
            adjustment, effects, ClosingRules.MayAsk,
            doing.Entry("ask adjustment", $"{PeriodClose.Subject(dataset, period)} {id}", area.Id));
    }

    /// <summary>
    /// Decides in the name of a second person. An accepted correction becomes a submission in the place of the one that held the
    /// row; accepted late rows restate the period from the snapshot that holds them.
    /// </summary>
    public async Task<Result<Adjustment>> DecideAsync(string id, bool accept, Doing doing, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(doing);
        if (!workspace.Store.AdjustmentOf(id).Try(out var adjustment, out var refusal))
        {
            return refusal;
        }

        var dataset = snapshot.Catalogue.Datasets[adjustment.Dataset];
        if (adjustment.State == AdjustmentState.Asked && adjustment.AskedBy == doing.Who)
        {
            // That somebody tried is on the record too.
            workspace.Store.Append([doing.Entry(OwnDecision, $"{PeriodClose.Subject(dataset, adjustment.Period)} {id}", adjustment.Area)]);
            return new DecidedByItsAsker();
        }

        var made = !accept || adjustment.State != AdjustmentState.Asked ? AdjustmentMade.Nothing
            : adjustment.Kind == AdjustmentKind.Late ? Restated(adjustment, doing)
            : await CorrectedAsync(adjustment, dataset, doing.At, cancellation);
        return made.Then(with => workspace.Store.DecideAdjustment(
            id, accept, doing.Who, with,
            doing.Entry(
                (accept, adjustment.Kind) switch
                {
                    (true, AdjustmentKind.Late) => "restate",
                    (true, _) => "accept adjustment",
                    _ => "decline adjustment",
                },
                $"{PeriodClose.Subject(dataset, adjustment.Period)} {id}", adjustment.Area)));
    }

    private Result<AdjustmentMade> Restated(Adjustment adjustment, Doing doing)
    {
        var last = workspace.Store.FreezesThatHold().FirstOrDefault(one => one.Dataset == adjustment.Dataset && one.Period == adjustment.Period);
        if (last is null || last.Snapshot.Hex != adjustment.Before || snapshot.Record.Id.Hex != adjustment.After)
        {
            return new LaterRowsCame();
        }

        if (ReadableSnapshot.CellsHash(workspace, snapshot.Record.Id) is not { } cells)
        {
            return new CellsAreDamaged(snapshot.Record.Id);
        }

        new PeriodClose(workspace, snapshot).KeepDefinitions(doing);
        return new AdjustmentMade(null, null, new Freeze(
            adjustment.Dataset, adjustment.Period, last.Ordinal + 1, snapshot.Record.Id, cells, doing.At, adjustment.AskedBy, doing.Who,
            doing.Reason));
    }

    /// <summary>Writes the corrected rows first; without the decision the file is nothing.</summary>
    private async Task<Result<AdjustmentMade>> CorrectedAsync(
        Adjustment adjustment, Dataset dataset, DateTimeOffset now, CancellationToken cancellation)
    {
        var index = dataset.IndexOf(adjustment.Field);
        foreach (var submission in workspace.Store.InForce().Where(one => one.Dataset == dataset.Id))
        {
            if (!SubmissionFile.IsIntact(workspace.Submissions, submission))
            {
                return new SubmissionIsDamaged(submission.Id);
            }

            var rows = await SubmissionFile.ReadAsync(SubmissionFile.PathOf(workspace.Submissions, submission.Id), dataset, cancellation);
            if (rows.FirstOrDefault(row => RowDifferences.KeyOf(dataset, row) == adjustment.RowKey) is not { } found)
            {
                continue;
            }

            if (found.Values[index] != adjustment.Was)
            {
                return new RowSaysSomethingElse();
            }

            IReadOnlyList<MappedRow> corrected = [.. rows.Select(row => ReferenceEquals(row, found) ? With(row, index, adjustment.Becomes) : row)];
            var id = CanonicalRows.Hash(dataset, submission.Agency, corrected);
            var parquet = workspace.Store.FindSubmission(id)?.ParquetHash ?? await SubmissionFile.WriteAsync(
                SubmissionFile.PathOf(workspace.Submissions, id), dataset, submission.DataClass, corrected, cancellation);
            return new AdjustmentMade(
                submission with { Id = id, SaidHash = id, ParquetHash = parquet, ReceivedAt = now }, submission.Id, null);
        }

        return new RowSaysSomethingElse();
    }

    /// <summary>The value as it is stored, if the field can be adjusted and the value fits it.</summary>
    private Result<string> Value(Dataset dataset, CorrectionAsked asked, DateOnly today)
    {
        var said = asked.Becomes.Trim();
        return dataset.FieldNamed(asked.Field) is not { } field || dataset.Key.Contains(asked.Field)
                || field.Type is FieldType.Area or FieldType.Identifier or FieldType.Period or FieldType.SamplingWeight
                ? new FieldCannotBeAdjusted(asked.Field.Length <= 60 ? asked.Field : "…")
            : said.Length == 0 ? field.Required ? new ValueDoesNotFit(field.Title, "it is never empty.") : ""
            : field.Type == FieldType.Code
                ? snapshot.Catalogue.CodesOf(dataset, field.Id) is var list && list.Canonical(said) is { Length: > 0 } code && list.Codes.Any(one => one.Id == code)
                    ? code : new ValueDoesNotFit(field.Title, "it is a code of its list.")
            : field.Type == FieldType.Date
                ? DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? field.IsPast && day > today ? new ValueDoesNotFit(field.Title, "it does not lie in the future.") : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                    : new ValueDoesNotFit(field.Title, "a day is written like 2026-03-31.")
            : field.Decimals == 0 && long.TryParse(said, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= field.AtLeast && number <= field.AtMost && (number >= 0 || field.Type == FieldType.Number || field.NegativeAllowed)
                ? number.ToString(CultureInfo.InvariantCulture) : new ValueDoesNotFit(field.Title, "it is a whole number within its bounds.");
    }

    /// <summary>A key is known by as many signs as pages show of a pseudonym, if no other row begins so.</summary>
    private static bool IsNamed(string key, string said) =>
        key == said || (said.Length >= FewestSigns && key.StartsWith(said.TrimEnd('…'), StringComparison.Ordinal));

    private static MappedRow With(MappedRow row, int index, string value)
    {
        var values = (string[])row.Values.Clone();
        values[index] = value;
        return row with { Values = values };
    }
}
