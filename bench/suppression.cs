#:project ../src/Candour.Statistics/Candour.Statistics.csproj
#:property PublishAot=false

// How long suppression with its audit takes for random tables of the sizes that are published: dotnet run bench/suppression.cs
// Threshold 5; the counts are from 0 to 29, with a stored seed. The best of three, after one to warm up.

using System.Diagnostics;
using System.Globalization;
using Candour.Statistics.Disclosure;

foreach (var (rows, columns) in new[] { (6, 5), (14, 8), (43, 6), (43, 12), (43, 40) })
{
    var random = new Random(20010801);
    var tables = AdditiveTables.TwoWay(
        [.. Enumerable.Range(0, rows).Select(r => $"r{r}")], [.. Enumerable.Range(0, columns).Select(c => $"c{c}")],
        [
            .. Enumerable.Range(0, rows).Select(_ =>
                (IReadOnlyList<long>)[.. Enumerable.Range(0, columns).Select(_ => (long)random.Next(0, 30))]),
        ]);
    var sensitive = PrimarySuppression.Of(tables, new DisclosureRules(), []);
    var best = double.PositiveInfinity;
    var secondary = 0;
    for (var run = 0; run < (rows * columns > 1000 ? 1 : 4); run++)
    {
        var watch = Stopwatch.StartNew();
        var known = (SecondarySuppression.Known)SecondarySuppression.Of(tables, sensitive, PastReleases.None);
        best = Math.Min(best, watch.Elapsed.TotalSeconds);
        secondary = known.Secondary.Count;
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{rows} x {columns}: {sensitive.Count} sensitive, {secondary} secondary, {best:F2} s with audit"));
}
