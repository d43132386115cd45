using System.Diagnostics;
using System.Globalization;
using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.Tests.Intake.Fuzzing;

/// <summary>
/// Many inputs that nobody thought of, from a stored seed: planted faults are found by their codes, right tables raise nothing, and
/// broken bytes are refused in words and in time. <c>bench/fuzz</c> runs as many as it is told.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    private static readonly int Inputs = Number("CANDOUR_FUZZ_INPUTS", 1_500);

    /// <summary>How many of them are passed over, because a run that ended early has done them; the draws of the others stay theirs.</summary>
    private static readonly int Done = Number("CANDOUR_FUZZ_DONE", 0);

    private static readonly int Seed = Number("CANDOUR_FUZZ_SEED", 20_261_124);

    /// <summary>After how many inputs of a long run it says how far it has come.</summary>
    private const int Stretch = 50_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly string[] Seeds =
        ["000-good.csv", "001-good-dates.xlsx", "009-utf16le-bom.csv", "014-embedded-newline.csv", "046-date1904.xlsx", "055-corrupt-footer.parquet"];

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Planted_faults_are_found_and_right_tables_raise_nothing()
    {
        var wrong = new List<string>();
        var planted = 0;
        for (var i = Done / 3; i < Inputs / 3; i++)
        {
            var draws = new Random(Seed + i);
            var table = CaseTable.Invent(draws);
            var damage = draws.Next(4) == 0 ? null : Damage.All[draws.Next(Damage.All.Count)];
            var at = damage?.Plant(table, draws) ?? -1;
            var (ending, bytes) = table.Written(draws, damage?.TextOnly == true);
            var result = Check(ending, bytes);

            planted += damage is null ? 0 : 1;
            var codes = result.Match(file => file.Findings.Select(finding => (finding.Code, finding.Line)), refusal => [(refusal.Sentence, 0L)]).ToList();
            if (!IsAnswered(damage, at + 2L, codes))
            {
                wrong.Add($"seed {Seed + i} {ending}: {damage?.Code ?? "nothing planted"} at {at + 2}, said {string.Join("; ", codes)}");
            }

            if ((i + 1) % Stretch == 0 || i + 1 == Inputs / 3)
            {
                Report($"{i + 1 - (Done / 3)} tables, {planted} with a planted fault: {wrong.Count} answered otherwise");
            }
        }

        Assert.Empty(wrong.Take(5));
    }

    [Fact]
    public void Broken_bytes_are_refused_in_words_and_in_time()
    {
        var wrong = new List<string>();
        var slow = new List<string>();
        var slowest = TimeSpan.Zero;
        var refused = 0;
        var originals = Seeds.Select(name => (Path.GetExtension(name), File.ReadAllBytes(Repository.At("tests", "Candour.Tests", "Fixtures", "BadInput", name)))).ToList();
        for (var i = Done - (Done / 3); i < Inputs - (Inputs / 3); i++)
        {
            var draws = new Random(Seed - i);
            var (ending, bytes) = draws.Next(2) == 0 ? originals[draws.Next(originals.Count)] : CaseTable.Invent(draws).Written(draws, textOnly: false);
            var damaged = ByteDamage.Damaged(bytes, draws);
            var took = TimeSpan.MaxValue;

            // What hangs does so every time; what only met a busy machine does not.
            for (var tries = 0; tries < 3 && took > Longest; tries++)
            {
                var watch = Stopwatch.StartNew();
                try
                {
                    var isRefused = Check(ending, damaged).Match(_ => false, _ => true);
                    refused += tries == 0 && isRefused ? 1 : 0;
                }
                catch (Exception fault) when (fault is not OutOfMemoryException)
                {
                    wrong.Add($"seed {Seed - i} {ending}: {fault.GetType().Name} {fault.Message} {fault.StackTrace?.Split('\n').Take(4).Aggregate("", (all, line) => all + line)}");
                }

                took = watch.Elapsed < took ? watch.Elapsed : took;
            }

            slowest = took > slowest ? took : slowest;
            if (took > Longest)
            {
                slow.Add($"seed {Seed - i} {ending}: {took.TotalMilliseconds:F0} ms for {damaged.Length} bytes");
            }

            if ((i + 1) % Stretch == 0 || i + 1 == Inputs - (Inputs / 3))
            {
                Report($"{i + 1 - (Done - (Done / 3))} broken files: {wrong.Count} faults, {refused} refused, the slowest took {slowest.TotalMilliseconds:F0} ms");
            }
        }

        Assert.Empty(wrong.Take(5));
        Assert.True(slow.Count == 0, string.Join('\n', slow));
    }

    [Fact]
    public void A_fault_that_is_passed_over_and_an_alarm_about_nothing_are_noticed()
    {
        Assert.False(IsAnswered(Damage.All[0], 3, [("CODE_UNKNOWN", 4)]));
        Assert.False(IsAnswered(Damage.All[0], 3, []));
        Assert.False(IsAnswered(null, 1, [("CODE_UNKNOWN", 4)]));
    }

    public void Dispose() => folder.Dispose();

    private static bool IsAnswered(Damage? planted, long line, List<(string Code, long Line)> said) =>
        planted is null ? said.Count == 0 : said.Contains((planted.Code, line));

    private Result<CheckedFile> Check(string ending, byte[] bytes)
    {
        var path = folder.At("input" + ending);
        File.WriteAllBytes(path, bytes);
        return SourceFile.Open(path).Then(file => Checking.Check(
            file, "case-extract", Repository.Catalogue, new Pseudonymiser("test", new byte[32], "test"), new CheckWishes(new DateOnly(2026, 11, 1))));
    }

    private static void Report(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private static int Number(string variable, int whenAbsent) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : whenAbsent;
}
