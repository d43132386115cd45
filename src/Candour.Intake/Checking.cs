using Candour.Definitions;
using Candour.Intake.Checks;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.Intake;

/// <summary>Reads, maps and checks a file, in memory; writes nothing.</summary>
public static class Checking
{
    /// <summary>Checks a file with a named mapping, or, when the name is empty, with the only one whose columns it has.</summary>
    public static Result<CheckedFile> Check(
        SourceFile file, string mappingName, Catalogue catalogue, Pseudonymiser pseudonymiser)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(mappingName);
        ArgumentNullException.ThrowIfNull(catalogue);
        if (mappingName.Length > 0)
        {
            return catalogue.Mappings.TryGetValue(mappingName, out var named)
                ? Check(file, named, catalogue, pseudonymiser)
                : new MappingUnknown(mappingName, Known(catalogue));
        }

        var answers = catalogue.Mappings.Values.OrderBy(mapping => mapping.Id, StringComparer.Ordinal)
            .Select(mapping => (Mapping: mapping, Header: HeaderOf(file, mapping, catalogue)))
            .ToList();
        var matching = answers.Where(answer => answer.Header is Result<Header>.Accepted).ToList();
        if (matching.Count == 1)
        {
            return Check(file, matching[0].Mapping, catalogue, pseudonymiser);
        }

        // When the text itself cannot be read, that is the answer, and not which source it might be.
        var refusals = answers.Select(answer => answer.Header).OfType<Result<Header>.Refused>().Select(no => no.Refusal).ToList();
        return refusals.Find(no => no is not ColumnsAreMissing)
            ?? (matching.Count == 0 && Closest(refusals) is { } close ? close : new MappingNotRecognised(file.ShortName, Known(catalogue)));
    }

    /// <summary>A source whose columns are nearly all here is the one that was meant.</summary>
    private static ColumnsAreMissing? Closest(IEnumerable<Refusal> refusals) =>
        refusals.OfType<ColumnsAreMissing>().Where(no => no.Columns.Count <= 2 && no.Present > no.Columns.Count)
            .OrderBy(no => no.Columns.Count).FirstOrDefault();

    private static Result<CheckedFile> Check(
        SourceFile file, Definitions.Mapping mapping, Catalogue catalogue, Pseudonymiser pseudonymiser)
    {
        var dataset = catalogue.Datasets[mapping.Dataset];
        return HeaderOf(file, mapping, catalogue)
            .Then(header => PeriodOf(file, mapping).Then<CheckedFile>(period =>
            {
                var mapper = new RowMapper(mapping, catalogue, header, pseudonymiser, period);
                var atHeader = true;
                var read = CsvRecords.Read(file, mapping.Delimiter, record =>
                {
                    if (!atHeader)
                    {
                        mapper.Take(record);
                    }

                    atHeader = atHeader && record.IsBlank;
                });
                if (!read.Try(out _, out var refusal))
                {
                    return refusal;
                }

                if (mapper.Read == 0)
                {
                    return new FileHasNoRows(file.ShortName);
                }

                if (mapping.FinalNewline && file.Content.Span[^1] != (byte)'\n')
                {
                    return new FileIsCutShort(file.ShortName, "its last line has no end");
                }

                mapper.Finish();
                var periods = PeriodsOf(mapper.Rows, dataset);
                mapper.Findings.AddRange(OutsidePeriods(mapper.Rows, dataset, periods));
                mapper.Findings.AddRange(CheckRunning.Findings(mapper.Rows, dataset, catalogue));
                return new CheckedFile(
                    file, mapping, dataset, mapper.Read, mapper.NotAccepted, mapper.Rows, mapper.Findings,
                    periods);
            }));
    }

    private static Result<Header> HeaderOf(SourceFile file, Definitions.Mapping mapping, Catalogue catalogue) =>
        CsvRecords.First(file, mapping.Delimiter)
            .Then(record => Header.Match(record.Cells, mapping, catalogue, file.ShortName));

    private static Result<string> PeriodOf(SourceFile file, Definitions.Mapping mapping) =>
        mapping.Period is { FromNames.Count: > 0 } rule
            ? PeriodInName.Read(file.Name, rule.FromNames).Then<string>(period => period.ToString())
            : "";

    private static List<Period> PeriodsOf(IReadOnlyList<MappedRow> rows, Dataset dataset)
    {
        var basis = dataset.Bases[0];
        var index = dataset.IndexOf(basis.PeriodField);
        return [.. rows.Select(row => row.Values[index]).Where(text => text.Length > 0).Distinct()
            .Select(text => Periods.Of(text, dataset)).Distinct().Order()];
    }

    /// <summary>
    /// Case rows that belong, on another basis, to a period outside those of the extract: an outcome assigned after its last
    /// month. The extract does not hold all cases of such a period, so no figure is made for it; the person is told.
    /// </summary>
    private static IEnumerable<Finding> OutsidePeriods(IReadOnlyList<MappedRow> rows, Dataset dataset, List<Period> periods)
    {
        var covered = periods.ToHashSet();
        foreach (var basis in dataset.Rows == RowKind.Case ? dataset.Bases.Skip(1) : [])
        {
            var index = dataset.IndexOf(basis.PeriodField);
            var outside = rows.Count(row => row.Values[index].Length > 0 && !covered.Contains(Periods.Of(row.Values[index], dataset)));
            if (outside > 0)
            {
                yield return new Finding(
                    "outside-periods", Severity.Warning, 0, basis.PeriodField, "",
                    $"{outside} rows lie, by '{dataset.FieldNamed(basis.PeriodField)!.Title}', in months that this extract does not cover; no figure counts them on the basis '{basis.Id}'.",
                    outside);
            }
        }
    }

    private static IReadOnlyList<string> Known(Catalogue catalogue) =>
        [.. catalogue.Mappings.Keys.Order(StringComparer.Ordinal)];
}
