using Candour.Freezing;
using Candour.Kernel;
using Candour.Store.Closings;
using static Candour.Tests.Freezing.SmallNation;

namespace Candour.Tests.Freezing;

/// <summary>
/// Every figure is made again from its frozen inputs, byte for byte: in another folder, language, time zone, number of threads, and
/// without the processor's vector instructions.
/// </summary>
public sealed class ReproductionTests : IDisposable
{
    private static readonly Period Quarter = Period.FinancialQuarter(2025, 1);
    private static readonly DateTimeOffset Now = new(2025, 9, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "candour.dll");

    private readonly SmallNation nation = new();

    [Fact]
    public async Task Every_figure_is_the_same_wherever_it_is_made_again()
    {
        await FreezeAsync();
        var figures = nation.Figures(Quarter);
        var references = References(figures);
        var file = nation.At("references.txt");
        await File.WriteAllLinesAsync(file, references);
        WriteDefinitions();

        // Afterwards everything moves on: the rows, the definitions, the snapshot that is current.
        await nation.SubmitAsync(Quarter, [Case(1, "f1", new(2025, 5, 1), "closed")], Now, "sender");
        nation.Catalogue = CatalogueWith(("measures/small/charged-share.yaml", "outcome: [charged]", "outcome: [closed]"));
        await nation.ComputeAsync(Now);

        (string Language, string Zone, string Threads, string Vectors)[] places =
        [
            ("tr_TR.UTF-8", "Pacific/Auckland", "1", "1"), ("de_DE.UTF-8", "America/St_Johns", "2", "0"), ("ar_SA.UTF-8", "Asia/Kathmandu", "1", "0"),
        ];
        var settings = WriteSettings();
        var said = await Task.WhenAll(places.Select((place, number) => Task.Run(
            () => Run(place, settings, "reproduce", "--references", file, "--into", nation.At($"into-{number}")))));

        Assert.All(said, again =>
        {
            Assert.True(again.ExitCode == 0, again.Error);
            Assert.Contains($"{references.Count} of {references.Count} figures made again are byte for byte", again.Error, StringComparison.Ordinal);
            Assert.Equal(string.Join('\n', figures) + "\n", again.Output);
        });
    }

    [Fact]
    public async Task An_altered_input_or_a_folder_in_use_is_refused()
    {
        await FreezeAsync();
        var reference = Ok(Reproduction.Read(References(nation.Figures(Quarter))[0]));
        Directory.CreateDirectory(nation.At("used"));
        await File.WriteAllTextAsync(Path.Combine(nation.At("used"), "x"), "x");
        Assert.IsType<IntoIsNotEmpty>(No(await MakeAsync(reference.Snapshot, "used")));
        Assert.IsType<NotOfThisWorkspace>(No(await MakeAsync(ContentHash.Of("x"), "one")));
        Assert.IsType<NotAReference>(No(Reproduction.Read("figure 7")));

        var made = Ok(await MakeAsync(reference.Snapshot, "two"));
        Assert.True(Ok(made.Figure(reference)).IsSame);
        Assert.IsType<MethodsHaveChanged>(No(made.Figure(reference with { MethodVersion = 0 })));
        Assert.IsType<Candour.Readings.Asking.ReferenceIsOfNothing>(No(made.Figure(reference with { Area = "moon" })));

        var submission = Directory.EnumerateFiles(nation.Workspace.Submissions).Single();
        var other = nation.Workspace.Store.InForce().Single();
        await nation.SubmitAsync(Period.FinancialQuarter(2025, 2), [Case(1, "f1", new(2025, 8, 1), "closed")], Now, "sender");
        File.Copy(Directory.EnumerateFiles(nation.Workspace.Submissions).Single(path => path != submission), submission, overwrite: true);
        Assert.Equal(new Candour.Databank.Snapshots.SubmissionIsDamaged(other.Id), No(await MakeAsync(reference.Snapshot, "three")));
    }

    [Fact]
    public async Task A_figure_whose_rows_were_erased_says_so_and_stays_readable()
    {
        await FreezeAsync();
        var figures = nation.Figures(Quarter);
        await Candour.Intake.Erasing.Erasure.EraseAsync(
            nation.Workspace, nation.Dataset, (_, row) => row.Values[0] == "c0001", Now, "officer", "A person asked for it", CancellationToken.None);
        await nation.ComputeAsync(Now);

        Assert.Equal(figures, nation.Figures(Quarter));
        Assert.Contains(
            "inputs erased on 2025-09-01", No(await MakeAsync(Ok(Reproduction.Read(References(figures)[0])).Snapshot, "one")).Sentence,
            StringComparison.Ordinal);
    }

    public void Dispose() => nation.Dispose();

    private Task<Result<Reproduction>> MakeAsync(ContentHash snapshot, string into) =>
        Reproduction.MakeAsync(nation.Workspace, nation.Catalogue, snapshot, nation.At(into), CancellationToken.None);

    private async Task FreezeAsync()
    {
        await nation.SubmitAsync(
            Quarter,
            [.. Enumerable.Range(1, 40).Select(number => Case(
                number, Forces[number % 4], new DateOnly(2025, 4, 1).AddDays(number * 2), Outcomes[number % 3], 1 + (number % 17)))],
            Now, "sender");
        var close = new PeriodClose(nation.Workspace, await nation.ComputeAsync(Now));
        var doing = new Doing("steward", Now, "A reason that is long enough");
        Ok(close.Validate(nation.Dataset, Quarter, doing));
        Ok(close.Agree(nation.Dataset, Quarter, doing));
        Assert.Equal(ClosingState.Frozen, Ok(close.Freeze(nation.Dataset, Quarter, doing)).State);
    }

    private static IReadOnlyList<string> References(IEnumerable<string> figures) =>
        [.. figures.Select(text => System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("reference").GetString()!)];

    private void WriteDefinitions()
    {
        foreach (var (name, text) in CatalogueWith().Texts)
        {
            var path = Path.Combine(nation.At("definitions"), name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    /// <summary>
    /// The program with the languages of the machine, where it has them: as it is shipped it knows none, so that no setting can
    /// reach a number.
    /// </summary>
    private string WriteSettings()
    {
        var settings = nation.At("languages.runtimeconfig.json");
        var own = File.ReadAllText(Path.ChangeExtension(Program, ".runtimeconfig.json"));
        Assert.Contains("\"System.Globalization.Invariant\": true", own, StringComparison.Ordinal);
        File.WriteAllText(settings, own.Replace("\"System.Globalization.Invariant\": true", "\"System.Globalization.Invariant\": false", StringComparison.Ordinal));
        return settings;
    }

    private Said Run((string Language, string Zone, string Threads, string Vectors) place, string settings, params IReadOnlyList<string> words)
    {
        var hasLanguages = Directory.Exists("/usr/lib/x86_64-linux-gnu") && Directory.EnumerateFiles("/usr/lib/x86_64-linux-gnu", "libicuuc.so*").Any();
        var start = new System.Diagnostics.ProcessStartInfo(
            "dotnet",
            [
                "exec", .. hasLanguages ? (string[])["--runtimeconfig", settings] : [], Program, .. words, "--workspace", nation.Workspace.Folder,
                "--definitions", nation.At("definitions"),
            ])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in new[]
        {
            ("LC_ALL", place.Language), ("LANG", place.Language), ("TZ", place.Zone), ("DOTNET_PROCESSOR_COUNT", place.Threads),
            ("DOTNET_EnableHWIntrinsic", place.Vectors),
        })
        {
            start.Environment[name] = value;
        }

        using var process = System.Diagnostics.Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Said(process.ExitCode, output, error.Result);
    }
}
