using Candour.Definitions;
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

        var candidates = catalogue.Mappings.Values
            .Where(mapping => HeaderOf(file, mapping).Then(names => Header.Match(names, mapping, catalogue, file.ShortName))
                is Result<Header>.Accepted)
            .ToList();
        return candidates.Count == 1
            ? Check(file, candidates[0], catalogue, pseudonymiser)
            : new MappingNotRecognised(file.ShortName, Known(catalogue));
    }

    private static Result<CheckedFile> Check(
        SourceFile file, Definitions.Mapping mapping, Catalogue catalogue, Pseudonymiser pseudonymiser)
    {
        var dataset = catalogue.Datasets[mapping.Dataset];
        return HeaderOf(file, mapping)
            .Then(names => Header.Match(names, mapping, catalogue, file.ShortName))
            .Then(header => PeriodOf(file, mapping).Then<CheckedFile>(period =>
            {
                var mapper = new RowMapper(mapping, catalogue, header, pseudonymiser, period);
                var first = true;
                var read = CsvRecords.Read(file, mapping.Delimiter, record =>
                {
                    if (!first)
                    {
                        mapper.Take(record);
                    }

                    first = false;
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
                return new CheckedFile(
                    file, mapping, dataset, mapper.Read, mapper.NotAccepted, mapper.Rows, mapper.Findings,
                    PeriodsOf(mapper.Rows, dataset));
            }));
    }

    private static Result<IReadOnlyList<string>> HeaderOf(SourceFile file, Definitions.Mapping mapping)
    {
        // The header is cut off by the same reader as every other record, so that a quoted name is read alike.
        var end = file.Content.Span.IndexOf((byte)'\n');
        var head = file with { Content = file.Content[..(end < 0 ? file.Content.Length : end + 1)] };
        IReadOnlyList<string> names = [];
        return CsvRecords.Read(head, mapping.Delimiter, record => names = record.Cells)
            .Then<IReadOnlyList<string>>(_ => new Result<IReadOnlyList<string>>.Accepted(names));
    }

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

    private static IReadOnlyList<string> Known(Catalogue catalogue) =>
        [.. catalogue.Mappings.Keys.Order(StringComparer.Ordinal)];
}
