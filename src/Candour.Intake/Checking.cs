using Candour.Definitions;
using Candour.Intake.Checks;
using Candour.Intake.Joining;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;
using SourceMapping = Candour.Definitions.Mapping;

namespace Candour.Intake;

/// <summary>Reads, maps and checks a file; writes nothing.</summary>
public static class Checking
{
    /// <summary>Checks a file with a named mapping, or, when the name is empty, with the only one whose columns it has.</summary>
    public static Result<CheckedFile> Check(
        SourceFile file, string mappingName, Catalogue catalogue, Pseudonymiser pseudonymiser, CheckWishes wishes)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(mappingName);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(wishes);
        if (mappingName.Length > 0 && !catalogue.Mappings.ContainsKey(mappingName))
        {
            return new MappingUnknown(mappingName, [.. catalogue.Mappings.Keys.Order(StringComparer.Ordinal)]);
        }

        IReadOnlyList<SourceMapping> candidates = mappingName.Length > 0
            ? [catalogue.Mappings[mappingName]]
            : [.. catalogue.Mappings.Values.OrderBy(mapping => mapping.Id, StringComparer.Ordinal)];
        if (!(mappingName.Length > 0 ? JoinReading.Read(file, candidates[0], wishes) : Joins.None).Try(out var joins, out var refusal))
        {
            return refusal;
        }

        var arrival = new Arrival(
            file, candidates, mappingName.Length > 0, catalogue,
            mapping => PeriodOf(file, mapping).Then<RowMapper>(period => new RowMapper(mapping, catalogue, pseudonymiser, period, joins, wishes)), wishes);
        var first = candidates[0];
        var told = new ReadingWishes(
            candidates.Count == 1 ? first.Delimiter : ',', wishes.Encoding.Length > 0 ? wishes.Encoding : candidates.Count == 1 ? first.Encoding : "",
            candidates.SelectMany(Header.NamesOf).Where(name => name.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase));
        var read = wishes.Reader(file, told, arrival);
        return arrival.Refused switch
        {
            OneOfSeveralFiles recognised => Check(file, recognised.Mapping, catalogue, pseudonymiser, wishes),
            RecognisedInAnotherEncoding recognised => Check(file, recognised.Mapping, catalogue, pseudonymiser, wishes),
            _ => read.Then(_ => Checked(file, arrival, catalogue, wishes)),
        };
    }

    private static Result<CheckedFile> Checked(SourceFile file, Arrival arrival, Catalogue catalogue, CheckWishes wishes)
    {
        arrival.End();
        if (arrival.Refused is { } refused)
        {
            return refused;
        }

        var (mapper, mapping) = (arrival.Mapper!, arrival.Mapping!);
        var dataset = catalogue.Datasets[mapping.Dataset];
        if (mapper.Read == 0)
        {
            return new NoRows(file.ShortName);
        }

        if (arrival.Form.Kind == "text" && arrival.Last is { Ends: false } end
            && (mapping.FinalNewline || end.Cells.Count < arrival.Columns))
        {
            return new TruncatedFile(file.ShortName, "its last line has no end", end.Line);
        }

        if (mapper.OtherArea.Line > 0)
        {
            return new AreaNotAuthorised(file.ShortName, mapper.OtherArea.Line, mapper.OtherArea.Column);
        }

        if (!file.IsUnchanged())
        {
            return new FileChanged(file.ShortName);
        }

        mapper.Finish();
        var questions = Asking.Questions(arrival, mapper, mapping, wishes);
        var periods = PeriodsOf(mapper.Rows, dataset);
        if (questions.Count == 0)
        {
            mapper.Findings.AddRange(OutsidePeriods(mapper.Rows, dataset, periods));
            mapper.Findings.AddRange(CheckRunning.Findings(mapper.Rows, dataset, catalogue));
        }

        return new CheckedFile(
            file, arrival.Form, mapping, dataset, mapper.Read, mapper.NotAccepted, mapper.Rows, mapper.Findings.InOrder,
            mapper.Findings.Counts, mapper.Findings.Errors, mapper.ErrorsOfTheFile, questions, periods);
    }

    private static Result<string> PeriodOf(SourceFile file, SourceMapping mapping) =>
        mapping.Period is { FromNames.Count: > 0 } rule
            ? PeriodInName.Read(file.Name, rule.FromNames).Then<string>(period => period.ToString())
            : "";

    private static List<Period> PeriodsOf(RowTable rows, Dataset dataset)
    {
        var index = dataset.IndexOf(dataset.Bases[0].PeriodField);
        return [.. Enumerable.Range(0, rows.Count).Select(row => rows.Value(row, index)).Where(text => text.Length > 0).Distinct()
            .Select(text => Periods.Of(text, dataset)).Distinct().Order()];
    }

    /// <summary>
    /// Case rows that belong, on another basis, to a period outside those of the extract: an outcome assigned after its last
    /// month. The extract does not hold all cases of such a period, so no figure is made for it; the person is told.
    /// </summary>
    private static IEnumerable<Finding> OutsidePeriods(RowTable rows, Dataset dataset, List<Period> periods)
    {
        var covered = periods.ToHashSet();
        foreach (var basis in dataset.Rows == RowKind.Case ? dataset.Bases.Skip(1) : [])
        {
            var index = dataset.IndexOf(basis.PeriodField);
            var inside = new Dictionary<string, bool>(StringComparer.Ordinal) { [""] = true };
            var outside = 0;
            for (var row = 0; row < rows.Count; row++)
            {
                var text = rows.Value(row, index);
                if (!inside.TryGetValue(text, out var isInside))
                {
                    inside[text] = isInside = covered.Contains(Periods.Of(text, dataset));
                }

                outside += isInside ? 0 : 1;
            }

            if (outside > 0)
            {
                yield return new Finding(
                    "OUTSIDE_PERIODS", Severity.Warning, 0, basis.PeriodField, "",
                    $"{outside} rows lie, by '{dataset.FieldNamed(basis.PeriodField)!.Title}', in months that this extract does not cover; no figure counts them on the basis '{basis.Id}'.",
                    outside);
            }
        }
    }
}
