using Candour.Definitions;
using Candour.Intake.Joining;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;
using SourceMapping = Candour.Definitions.Mapping;

namespace Candour.Intake;

/// <summary>
/// Takes the records of a file as they are read: finds the header near the start of each table, recognises the mapping by it when
/// none was named, and hands the rest to the mapper. Rows before a header are remarks, never rows.
/// </summary>
internal sealed class Arrival(
    SourceFile file, IReadOnlyList<SourceMapping> candidates, bool isNamed, Catalogue catalogue, Func<SourceMapping, Result<RowMapper>> mapperFor,
    CheckWishes wishes) : IRecordSink
{
    /// <summary>A header stands among the first records, or there is none.</summary>
    private const int MostBefore = 25;

    private readonly List<(SheetHeading Heading, long Rows)> read = [];
    private readonly List<Finding> asides = [];
    private readonly List<SheetHeading> hiddenWithRows = [];
    private SheetHeading sheet = new("", IsHidden: false);
    private Finding? remark;
    private FileRefusal? firstFailure;
    private SearchState state;
    private int before;
    private long rowsBefore;
    private SourceRecord? last;

    private enum SearchState
    {
        Searching,
        Mapping,
        PassedBy,
    }

    public SourceForm Form { get; private set; } = new("", "", EncodingIsKnown: true, CellsAreCounted: true);

    public SourceMapping? Mapping { get; private set; }

    public RowMapper? Mapper { get; private set; }

    /// <summary>Ends everything: the file cannot be read with any mapping, or the named one does not fit.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>The tables whose header fits, and how many rows each has.</summary>
    public IReadOnlyList<(SheetHeading Heading, long Rows)> Tables => read;

    /// <summary>Tables that nobody sees and that have the columns too; they were not read.</summary>
    public IReadOnlyList<SheetHeading> HiddenTables => hiddenWithRows;

    /// <summary>How many columns the header of the last table has.</summary>
    public int Columns { get; private set; }

    /// <summary>The record read last.</summary>
    public SourceRecord? Last => last;

    public void Begin(SourceForm form) => Form = form;

    public void BeginSheet(SheetHeading heading)
    {
        (sheet, state, before, rowsBefore, remark) = (heading, SearchState.Searching, 0, Mapper?.Read ?? 0, null);
        var wanted = wishes.Sheets.Count > 0 ? wishes.Sheets : Mapping?.Sheets ?? (isNamed ? candidates[0].Sheets : []);
        if (wanted.Count > 0 && !wanted.Contains("*") && heading.Name.Length > 0 && !wanted.Contains(heading.Name))
        {
            state = SearchState.PassedBy;
            asides.Add(new Finding("SHEET_NOT_READ", Severity.Note, 0, "", "", $"The sheet '{Header.Shown(heading.Name)}' was not read: other sheets were named."));
        }
    }

    public void Take(SourceRecord record)
    {
        if (Refused is not null || state == SearchState.PassedBy)
        {
            return;
        }

        if (state == SearchState.Mapping)
        {
            last = record.IsBlank ? last : record;
            Mapper!.Take(record);
            return;
        }

        if (!record.IsBlank)
        {
            Search(record);
        }
    }

    public void EndSheet(IReadOnlyList<Finding> findings)
    {
        if (state == SearchState.Mapping)
        {
            read.Add((sheet, Mapper!.Read - rowsBefore));
            if (remark is not null)
            {
                Mapper.Findings.Add(remark);
            }

            Mapper.Findings.AddRange(findings);
        }
    }

    /// <summary>What there is to say when nothing was mapped, or about what was passed by.</summary>
    public void End()
    {
        if (Refused is null && Mapper is null)
        {
            Refused = firstFailure ?? (FileRefusal)new EmptyFile(file.ShortName);
        }

        Mapper?.Findings.AddRange(asides);
    }

    private void Search(SourceRecord record)
    {
        var names = record.Cells.Select(cell => cell.Text).ToList();
        var filled = names.Count(name => !string.IsNullOrWhiteSpace(name));
        var likely = candidates.Select(mapping => (Mapping: mapping, Score: Header.Score(names, mapping)))
            .Where(one => one.Score.Named > 0 && one.Score.Named * 2 >= one.Score.Of).Select(one => one.Mapping).ToList();
        var chosen = Mapping is null ? likely : likely.Where(mapping => mapping == Mapping).ToList();
        if (chosen.Count > 0)
        {
            Choose(record, names, chosen);
            return;
        }

        // A record as wide as the table, before any header: the file has none where one belongs.
        var width = candidates.Count == 1 ? Header.Score(names, candidates[0]).Of : int.MaxValue;
        if (++before >= MostBefore || filled * 2 > Math.Min(width, 12) || (Form.Kind == "text" && before == 1 && candidates.Count > 1 && filled > 1))
        {
            Fail(record);
        }
        else
        {
            remark ??= new Finding(
                "REMARKS_BEFORE_HEADER", Severity.Note, record.Line, "", "", "There are lines above the header; they are remarks and were not read as rows.");
        }
    }

    private void Fail(SourceRecord record)
    {
        state = SearchState.PassedBy;
        firstFailure ??= isNamed
            ? new HeaderNotRecognised(file.ShortName, candidates[0].Id, [.. Header.NamesOf(candidates[0]).Where(name => name.Length > 0)], record.Line)
            : new MappingNotRecognised(file.ShortName, [.. catalogue.Mappings.Keys.Order(StringComparer.Ordinal)]);
        if (sheet.Name.Length > 0)
        {
            asides.Add(new Finding(
                "SHEET_NOT_READ", Severity.Note, 0, "", "",
                $"The sheet '{Header.Shown(sheet.Name)}' does not have the columns of the mapping and was not read."));
        }
    }

    private void Choose(SourceRecord record, List<string> names, List<SourceMapping> likely)
    {
        if (sheet.IsHidden && !wishes.Sheets.Contains(sheet.Name) && !wishes.Sheets.Contains("*"))
        {
            hiddenWithRows.Add(sheet);
            state = SearchState.PassedBy;
            firstFailure ??= new HiddenSheet(file.ShortName, Header.Shown(sheet.Name));
            return;
        }

        var answers = likely.Select(mapping => (Mapping: mapping, Header: Header.Match(names, record.Line, mapping, catalogue, file.ShortName))).ToList();
        var fitting = answers.Where(answer => answer.Header is Result<Header>.Accepted).ToList();
        if (fitting.Count != 1)
        {
            var refusals = answers.Select(answer => answer.Header).OfType<Result<Header>.Refused>().Select(no => no.Refusal).ToList();
            Refused = isNamed || fitting.Count == 0 ? Closest(refusals)
                : new MappingNotRecognised(file.ShortName, [.. fitting.Select(one => one.Mapping.Id).Order(StringComparer.Ordinal)]);
            return;
        }

        if (!isNamed && fitting[0].Mapping.Joins.Count > 0)
        {
            Refused = new OneOfSeveralFiles(file.ShortName, fitting[0].Mapping.Id);
            return;
        }

        if (!isNamed && fitting[0].Mapping.Encoding.Length > 0 && wishes.Encoding.Length == 0 && Form.Kind == "text")
        {
            Refused = new RecognisedInAnotherEncoding(file.ShortName, fitting[0].Mapping.Id);
            return;
        }

        if (!fitting[0].Header.Try(out var header, out var no) || (Mapper is null && !mapperFor(fitting[0].Mapping).Try(out _, out no)))
        {
            Refused = no;
            return;
        }

        if (Mapper is null && mapperFor(fitting[0].Mapping).Try(out var mapper, out _))
        {
            (Mapping, Mapper) = (fitting[0].Mapping, mapper);
        }

        Columns = header.InFile;
        Mapper!.Use(header, Form.CellsAreCounted);
        state = SearchState.Mapping;
    }

    /// <summary>A source whose columns are nearly all here is the one that was meant.</summary>
    private Refusal Closest(List<Refusal> refusals) =>
        refusals.Find(no => no is not MissingColumn)
        ?? refusals.OfType<MissingColumn>().Where(no => isNamed || (no.Columns.Count <= 2 && no.Present > no.Columns.Count))
            .OrderBy(no => no.Columns.Count).FirstOrDefault()
        ?? (Refusal)new MappingNotRecognised(file.ShortName, [.. catalogue.Mappings.Keys.Order(StringComparer.Ordinal)]);
}

/// <summary>The only table with the right columns is one that nobody sees.</summary>
public sealed record HiddenSheet(string File, string Sheet) : FileRefusal(
    $"The file {File} has its rows on the hidden sheet '{Sheet}': show the sheet and send the file again, or say that it is to be read.");
