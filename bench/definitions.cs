#:project ../src/Candour.Definitions/Candour.Definitions.csproj
#:property PublishAot=false

// How long loading and type-checking every definition takes: dotnet run bench/definitions.cs
// The median of nine loads after two to warm up, and the first one as a person meets it. Beside it the machine's own speed:
// reading the bytes of the same files.

using System.Diagnostics;
using System.Globalization;
using Candour.Definitions;

var folder = Path.GetFullPath("definitions");
var loads = new List<double>();
Catalogue? catalogue = null;
for (var run = 0; run < 11; run++)
{
    var watch = Stopwatch.StartNew();
    catalogue = Catalogue.Load(folder).Match(loaded => loaded, refusal => throw new InvalidOperationException(refusal.Sentence));
    loads.Add(watch.Elapsed.TotalMilliseconds);
}

var reading = Stopwatch.StartNew();
var bytes = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Sum(path => (long)File.ReadAllBytes(path).Length);
var readTime = reading.Elapsed.TotalMilliseconds;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{catalogue!.Measures.Count} measures, {catalogue.Datasets.Count} datasets, {catalogue.CodeLists.Count} code lists, {bytes / 1024} KiB of YAML"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"loaded and type-checked: first {loads[0]:F0} ms, median of nine when warm {loads.Skip(2).Order().ElementAt(4):F0} ms; reading the bytes alone {readTime:F0} ms"));
