using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Candour.CommandLine;
using Candour.Intake;
using Candour.Intake.Reading;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Auditing;

namespace Candour.Tests.Intake;

/// <summary>
/// The recipes of the corpus, whose files are made here: each carries the number it has there. r05, r06 and r12 are tried in a browser
/// too, r07 and r08 are about approving, r09 is <c>KillTests</c>, r10 <c>FullDiskTests</c>, r13 <c>SourceTests</c>; a million rows are
/// read by <c>bench/intake</c>.
/// </summary>
public sealed class RecipeTests : IDisposable
{
    private static readonly string Good = File.ReadAllText(Repository.At("tests", "Candour.Tests", "Fixtures", "BadInput", "000-good.csv"));

    private static readonly string Header = Good.Split('\n')[0].TrimEnd('\r');

    private static readonly DateTimeOffset Noon = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void R01_many_rows_are_all_accepted()
    {
        const int Rows = 20_000;

        var answer = BadInputTests.Check(folder.Write("many-rows.csv", Table(Enumerable.Range(0, Rows).Select(i => Row(i, "2024-01-09")))));

        Assert.Equal(("ACCEPT", Rows, Rows, 0), (answer.Verdict, answer.Rows, answer.Accepted, answer.NotAccepted));
    }

    [Fact]
    public void R02_a_file_in_which_every_row_is_bad_is_refused_with_a_list_that_ends_and_a_count_that_does_not()
    {
        const int Rows = 12_000;

        var answer = BadInputTests.Check(folder.Write("every-row-bad.csv", Table(Enumerable.Range(0, Rows).Select(i => Row(i, "x")))));

        Assert.Equal("REFUSE", answer.Verdict);
        Assert.Equal(10_000, answer.Findings.Count(finding => finding.Code == "DATE_FORMAT"));
        Assert.Equal(Rows, answer.Counts["DATE_FORMAT"]);
    }

    [Fact]
    public void R03_a_line_without_an_end_is_refused_at_the_limit_of_a_record_whatever_follows()
    {
        var (code, short_) = Line(8);
        var (_, long_) = Line(40);

        Assert.Equal("RECORD_TOO_LONG", code);
        Assert.InRange(long_, 0, short_ + (4L * 1024 * 1024));

        (string Code, long Allocated) Line(int megabytes)
        {
            var path = folder.At($"one-line-{megabytes}.csv");
            using (var file = File.Create(path))
            {
                var part = new byte[1024 * 1024];
                Array.Fill(part, (byte)'x');
                for (var i = 0; i < megabytes; i++)
                {
                    file.Write(part);
                }
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            var answer = BadInputTests.Check(path);
            return (answer.Code, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Theory]
    [InlineData(uint.MaxValue - 1, "COMPRESSION_RATIO")]
    [InlineData(3_000u, "WORKBOOK_DAMAGED")]
    public void R04_a_workbook_that_unpacks_to_gigabytes_is_refused_by_what_it_states_and_never_unpacked_further(uint states, string code)
    {
        var path = folder.At("bomb.xlsx");
        File.WriteAllBytes(path, Bomb(states));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var answer = BadInputTests.Check(path);

        Assert.Equal(("REFUSE", code), (answer.Verdict, answer.Code));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16L * 1024 * 1024);
    }

    [Fact]
    public async Task R11_a_clock_that_jumps_leaves_the_trail_in_order()
    {
        var open = NewWorkspace();
        foreach (var (month, at) in new[] { (1, Noon), (2, Noon.AddDays(1)), (3, Noon.AddDays(-1)) })
        {
            var file = Checked(open, folder.Write($"m{month}.csv", Table([Row(month, $"2024-0{month}-09")])));
            Assert.True(await Submission.SubmitAsync(file, open.Workspace, replace: false, at, "tester", default) is Result<Submitted>.Accepted);
        }

        var trail = open.Workspace.Store.Audit(AuditFilter.Everything);

        Assert.Equal([1, 2, 3], trail.Select(record => record.Sequence));
        Assert.Equal([Noon, Noon.AddDays(1), Noon.AddDays(-1)], trail.Select(record => record.Entry.At));
        Assert.True(open.Workspace.Store.VerifyAudit([]) is Result<AuditHead>.Accepted);
    }

    [Theory]
    [InlineData("../../x.csv")]
    [InlineData("CON.csv")]
    [InlineData("a\nb.csv")]
    [InlineData("<img src=x onerror=alert(1)>.csv")]
    public async Task R12_a_name_is_text_and_never_a_path(string name)
    {
        var open = NewWorkspace();
        var place = folder.Write("bytes", Good);
        var file = SourceFile.Open(name, place).Then(found => Check(open, found)).Match(read => read, Fail<CheckedFile>);

        var taken = (await Submission.SubmitAsync(file, open.Workspace, replace: false, Noon, "tester", default)).Match(done => done, Fail<Submitted>);

        Assert.DoesNotContain(taken.Record.FileName, char.IsControl);
        Assert.Equal([$"{taken.Record.Id}.parquet"], Directory.EnumerateFiles(open.Workspace.Submissions).Select(Path.GetFileName));
        Assert.Equal(["bytes", "keys", "workspace"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void R12_a_name_of_300_characters_is_kept_short()
    {
        var read = SourceFile.Open(new string('n', 300) + ".csv", folder.Write("bytes", Good)).Match(found => found, Fail<SourceFile>);

        Assert.InRange(read.Name.Length, 1, 201);
    }

    [Fact]
    public void R14_the_last_second_of_a_quarter_and_the_first_of_the_next_are_counted_by_the_day_as_written_once()
    {
        var open = NewWorkspace();

        var file = Checked(open, folder.Write("boundary.csv", Table([Row(1, "2024-03-31T23:59:59"), Row(2, "2024-04-01T00:00:00")])));

        var day = Repository.Catalogue.Datasets["case-extract"].IndexOf("report_date");
        Assert.Equal(["2024-03-31", "2024-04-01"], file.Rows.Select(row => row.Values[day]));
        Assert.Equal(["2024-03", "2024-04"], file.Periods.Select(period => period.ToString()));
        Assert.Equal(0, file.NotAccepted);
    }

    public void Dispose() => folder.Dispose();

    private static string Table(IEnumerable<string> rows) => string.Join('\n', rows.Prepend(Header)) + "\n";

    private static string Row(int i, string reported) => $"C{i:0000000},S{i:0000000},V{i:0000000},A01,U11,19C,{reported},,,,14,F,W1,34,N,EXPARTNER,Y";

    /// <summary>A workbook whose sheet unpacks to 48 MB of spaces, and which states what it is told to.</summary>
    private static byte[] Bomb(uint states)
    {
        var blanks = new byte[1024 * 1024];
        Array.Fill(blanks, (byte)' ');
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>", 0);
            Part(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>", 0);
            Part(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Cases\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>", 0);
            Part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>", 0);
            Part(zip, "xl/worksheets/sheet1.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>", 48);
        }

        // The last entry of the directory is the sheet's; so is the last header before the directory.
        var bytes = stream.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.AsSpan().LastIndexOf("PK\x01\x02"u8) + 24), states);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.AsSpan().LastIndexOf("PK\x03\x04"u8) + 22), states);
        return bytes;

        void Part(ZipArchive zip, string name, string text, int megabytes)
        {
            using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            part.Write(Encoding.UTF8.GetBytes(text));
            for (var i = 0; i < megabytes; i++)
            {
                part.Write(blanks);
            }
        }
    }

    private OpenWorkspace NewWorkspace() => PseudonymKey.Create(folder.At("keys"), folder.At("workspace"))
        .Then(key => Workspace.Create(folder.At("workspace"), WorkspaceKind.Ordinary, StoreKind.Sqlite, ApprovalRule.None, key, folder.At("keys")))
        .Then<OpenWorkspace>(workspace => new OpenWorkspace(workspace, Repository.Catalogue)).Match(open => open, Fail<OpenWorkspace>);

    private static CheckedFile Checked(OpenWorkspace open, string path) =>
        SourceFile.Open(path).Then(file => Check(open, file)).Match(read => read, Fail<CheckedFile>);

    private static Result<CheckedFile> Check(OpenWorkspace open, SourceFile file) => open.Key().Then(key =>
        Checking.Check(file, "case-extract", open.Catalogue, key, new CheckWishes(new DateOnly(2026, 6, 30))));

    private static T Fail<T>(Refusal refusal) => throw new InvalidOperationException(refusal.Sentence);
}
