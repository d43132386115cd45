// How many small changes of the statistics the tests notice: dotnet run --project bench/mutants -c Release [PART OF A FILE'S NAME]
// Build the tests first. Every mutant is in one assembly behind a switch; only the tests that reach it are run, quickest
// first, until one fails. A test that takes more than SLOW seconds is left out, so the figure is a lower bound. A mutant
// that goes on for ever inside a solver ends its process; the next one goes on behind it.

using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Candour.Mutants;

const double Slow = 2;
const int Hung = 128 + 9;
var told = Environment.GetEnvironmentVariable("MUTANTS_TOLD");
if (told is null)
{
    told = Path.GetTempFileName();
    int code;
    do
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, args) { Environment = { ["MUTANTS_TOLD"] = told } };
        using var child = Process.Start(start)!;
        await child.WaitForExitAsync();
        code = child.ExitCode;
    }
    while (code == Hung);

    var verdicts = File.ReadAllLines(told);
    var noticed = verdicts.Count(line => line.EndsWith("killed", StringComparison.Ordinal));
    Console.WriteLine($"{noticed} of {verdicts.Length} killed, {100.0 * noticed / verdicts.Length:F1} %");
    return code;
}

var done = File.ReadAllLines(told).Select(line => int.Parse(line.Split(' ')[0])).ToHashSet();
var house = Path.GetFullPath(".");
var tests = Path.Combine(house, "artifacts/bin/Candour.Tests/release/");
AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", tests);
var (bytes, mutants) = Compiling.Of(Path.Combine(house, "src/Candour.Statistics"), "Candour.Statistics", tests);
Console.WriteLine($"{mutants.Count} mutants compile");

Assembly? changed = null;
var resolver = new AssemblyDependencyResolver(Path.Combine(tests, "Candour.Tests.dll"));
AssemblyLoadContext.Default.Resolving += (context, name) => name.Name == "Candour.Statistics"
    ? changed ??= context.LoadFromStream(new MemoryStream(bytes))
    : resolver.ResolveAssemblyToPath(name) is { } path ? context.LoadFromAssemblyPath(path) : null;
AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) =>
    resolver.ResolveUnmanagedDllToPath(name) is { } path ? NativeLibrary.Load(path) : 0;

var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(tests, "Candour.Tests.dll"));
var all = OneTest.In(assembly, "Candour.Tests.Statistics").ToList();
var control = AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName("Candour.Statistics")).GetType("MutantSwitch")!;
var (active, reached, steps, most) =
    (control.GetField("Active")!, control.GetField("Reached")!, control.GetField("Steps")!, control.GetField("MostSteps")!);

foreach (var test in all)
{
    reached.SetValue(null, new bool[mutants.Count]);
    steps.SetValue(null, 0L);
    var watch = Stopwatch.StartNew();
    if (test.Failure() is { } failure)
    {
        Console.WriteLine($"{test.Name} fails without a change: {failure.GetType().Name} {failure.Message.Split('\n')[0]}");
        continue;
    }

    test.Seconds = watch.Elapsed.TotalSeconds;
    test.Steps = (long)steps.GetValue(null)!;
    test.Reached = (bool[])reached.GetValue(null)!;
}

reached.SetValue(null, Array.Empty<bool>());
var used = all.Where(test => test.Reached.Length > 0 && test.Seconds < Slow).OrderBy(test => test.Seconds).ToList();
Console.WriteLine($"{used.Count} of {all.Count} tests used");
var (current, since) = (-1, Stopwatch.StartNew());
_ = Task.Run(async () =>
{
    while (true)
    {
        await Task.Delay(1000);
        if (since.Elapsed.TotalSeconds > 60)
        {
            File.AppendAllText(told, $"{current} for ever, killed\n");
            Process.GetCurrentProcess().Kill();
        }
    }
});
foreach (var mutant in mutants.Where(one => args.Length == 0 || args.Any(part => one.File.Contains(part, StringComparison.Ordinal))))
{
    if (done.Contains(mutant.Number))
    {
        continue;
    }

    (current, since) = (mutant.Number, Stopwatch.StartNew());
    active.SetValue(null, mutant.Number);
    var noticed = used.Where(test => test.Reached[mutant.Number]).Any(test =>
    {
        steps.SetValue(null, 0L);
        most.SetValue(null, (test.Steps * 10) + 1_000_000);
        return test.Failure() is not null;
    });
    var covered = used.Any(test => test.Reached[mutant.Number]) ? "survived" : "not reached";
    File.AppendAllText(told, $"{mutant.Number} {(noticed ? "killed" : covered)}\n");
    if (!noticed)
    {
        Console.WriteLine($"{mutant.File}:{mutant.Line} {covered}: {mutant.Change}");
    }
}

return 0;
