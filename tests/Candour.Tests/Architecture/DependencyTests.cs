using System.Reflection;

namespace Candour.Tests.Architecture;

/// <summary>
/// The direction in which rooms know each other. The rule is a function of a list of references, so that each rule is
/// also tried on a house that breaks it.
/// </summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Candour.Kernel"] = [],
        ["Candour.Definitions"] = ["Candour.Kernel"],
        ["Candour.Statistics"] = ["Candour.Kernel"],
        ["Candour.Access"] = ["Candour.Kernel", "Candour.Definitions"],
        ["Candour.Store"] = ["Candour.Kernel"],
        ["Candour.Synthesis"] = ["Candour.Kernel"],
        ["Candour.Intake"] = ["Candour.Kernel", "Candour.Definitions", "Candour.Statistics", "Candour.Store"],
        ["Candour.Databank"] =
            ["Candour.Kernel", "Candour.Definitions", "Candour.Statistics", "Candour.Store", "Candour.Intake"],
        ["Candour.Readings"] =
        [
            "Candour.Kernel", "Candour.Definitions", "Candour.Access", "Candour.Store", "Candour.Intake", "Candour.Databank",
            "Candour.Statistics",
        ],
        ["Candour.Freezing"] =
        [
            "Candour.Kernel", "Candour.Definitions", "Candour.Access", "Candour.Store", "Candour.Intake", "Candour.Databank",
            "Candour.Readings", "Candour.Statistics",
        ],
        ["Candour.Packs"] =
        [
            "Candour.Kernel", "Candour.Definitions", "Candour.Access", "Candour.Store", "Candour.Intake", "Candour.Databank",
            "Candour.Readings", "Candour.Statistics", "Candour.Freezing",
        ],
        ["candour"] =
        [
            "Candour.Kernel", "Candour.Definitions", "Candour.Access", "Candour.Store", "Candour.Intake", "Candour.Databank",
            "Candour.Readings", "Candour.Statistics", "Candour.Synthesis", "Candour.Freezing", "Candour.Packs",
        ],
    };

    /// <summary>Libraries that only one room may use, and why.</summary>
    private static readonly Dictionary<string, string[]> OnlyIn = new()
    {
        ["YamlDotNet"] = ["Candour.Definitions"],
        ["Google.OrTools"] = ["Candour.Statistics"],
        ["Google.Protobuf"] = [],
        ["Dapper"] = ["Candour.Store"],
        ["Microsoft.Data.Sqlite"] = ["Candour.Store"],
        ["Npgsql"] = ["Candour.Store"],
        ["System.Data.Common"] = ["Candour.Store", "Candour.Intake", "Candour.Databank"],
        ["ExcelDataReader"] = ["Candour.Intake"],
        ["DocumentFormat.OpenXml"] = ["Candour.Intake"],
        ["DuckDB"] = ["Candour.Databank"],
        ["Parquet"] = ["Candour.Intake"],
        ["System.CommandLine"] = ["candour"],
        ["Microsoft.AspNetCore"] = ["candour"],
        ["Otp.NET"] = ["candour"],
    };

    private static readonly IReadOnlyList<Room> House =
        [.. MayKnow.Keys.Select(name => Room.Of(Assembly.Load(name)))];

    [Fact]
    public void Rooms_know_only_the_rooms_before_them() => Assert.Empty(WrongRooms(House));

    [Fact]
    public void A_room_that_looks_forward_is_noticed() => Assert.Equal(
        ["Candour.Statistics knows Candour.Databank"],
        WrongRooms([new Room("Candour.Statistics", ["Candour.Kernel", "Candour.Databank"])]));

    [Fact]
    public void Every_project_is_a_room_of_the_house() => Assert.Equal(
        Directory.EnumerateFiles(Repository.At("src"), "*.csproj", SearchOption.AllDirectories)
            .Where(path => !path.Contains("node_modules", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.OrdinalIgnoreCase),
        MayKnow.Keys.Select(name => name == "candour" ? "Candour" : name).Order(StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void Libraries_stay_in_their_rooms() => Assert.Empty(WrongLibraries(House));

    [Fact]
    public void A_library_in_a_wrong_room_is_noticed() => Assert.Equal(
        [
            "Candour.Readings uses Dapper", "Candour.Kernel uses Microsoft.AspNetCore.Http",
            "Candour.Readings uses Google.OrTools",
        ],
        WrongLibraries(
        [
            new Room("Candour.Readings", ["Dapper"]), new Room("Candour.Kernel", ["Microsoft.AspNetCore.Http"]),
            new Room("Candour.Statistics", ["Google.OrTools"]), new Room("Candour.Readings", ["Google.OrTools"]),
        ]));

    [Fact]
    public void The_solver_stays_in_the_folder_of_disclosure() => Assert.Equal(
        ["Disclosure"],
        Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path).Contains("Google.OrTools", StringComparison.Ordinal))
            .Select(path => Path.GetFileName(Path.GetDirectoryName(path))).Distinct());

    private static List<string> WrongRooms(IEnumerable<Room> rooms) =>
    [
        .. rooms.SelectMany(room => room.References
            .Where(reference => MayKnow.ContainsKey(reference) && !MayKnow[room.Name].Contains(reference))
            .Select(reference => $"{room.Name} knows {reference}")),
    ];

    private static List<string> WrongLibraries(IEnumerable<Room> rooms) =>
    [
        .. rooms.SelectMany(room => room.References
            .Where(reference => OnlyIn.Any(rule =>
                (reference == rule.Key || reference.StartsWith(rule.Key + ".", StringComparison.Ordinal))
                && !rule.Value.Contains(room.Name)))
            .Select(reference => $"{room.Name} uses {reference}")),
    ];

    private sealed record Room(string Name, IReadOnlyList<string> References)
    {
        public static Room Of(Assembly assembly) => new(
            assembly.GetName().Name!, [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name!)]);
    }
}
