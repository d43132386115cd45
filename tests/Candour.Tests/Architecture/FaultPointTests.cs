using System.Text.RegularExpressions;
using Candour.Store;

namespace Candour.Tests.Architecture;

/// <summary>Each named moment is reached in one place of the sources, in a room that writes, and is killed at by a test.</summary>
public sealed partial class FaultPointTests
{
    private static readonly string[] RoomsThatWrite = ["Candour.Store", "Candour.Intake", "Candour.Databank"];

    private static readonly Dictionary<string, string> Sources = Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("node_modules", StringComparison.Ordinal))
        .ToDictionary(path => Path.GetRelativePath(Repository.At("src"), path), File.ReadAllText);

    [Fact]
    public void Every_moment_has_one_place() => Assert.Equal(Enum.GetNames<FaultPoint>().Order(StringComparer.Ordinal), Reached(Sources));

    [Fact]
    public void Two_places_of_one_moment_are_noticed() => Assert.NotEqual(
        Enum.GetNames<FaultPoint>().Order(StringComparer.Ordinal),
        Reached(Sources.Append(new("Candour.Store/Other.cs", "FaultPoints.Reach(FaultPoint.FileNamed);"))));

    [Fact]
    public void Moments_lie_only_where_something_is_written() => Assert.Empty(Elsewhere(Sources));

    [Fact]
    public void A_moment_elsewhere_is_noticed() =>
        Assert.Single(Elsewhere([new("Candour/Pages/Index.cs", "FaultPoints.Reach(FaultPoint.FileNamed);")]));

    [Fact]
    public void Every_moment_is_killed_at() => Assert.Equal(
        Enum.GetValues<FaultPoint>(), Intake.Stopping.KillTests.OfAnImport.Concat(Databank.KilledComputationTests.OfAComputation).Order());

    private static List<string> Reached(IEnumerable<KeyValuePair<string, string>> sources) =>
        [.. sources.SelectMany(source => Reach().Matches(source.Value)).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];

    private static List<string> Elsewhere(IEnumerable<KeyValuePair<string, string>> sources) =>
    [
        .. sources.Where(source => Reach().IsMatch(source.Value) && !RoomsThatWrite.Contains(source.Key.Split('/', '\\')[0]))
            .Select(source => source.Key),
    ];

    [GeneratedRegex(@"FaultPoints\.Reach\(FaultPoint\.([A-Za-z]+)\)")]
    private static partial Regex Reach();
}
