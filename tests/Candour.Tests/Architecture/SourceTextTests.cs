using System.Text.RegularExpressions;

namespace Candour.Tests.Architecture;

/// <summary>Rules that only the text of the sources can break.</summary>
public sealed partial class SourceTextTests
{
    private static readonly string[] NamelessFolders = ["Utils", "Utilities", "Helpers", "Common", "Managers", "Misc", "Extensions"];

    private static readonly IReadOnlyList<string> Sources =
    [
        .. Directory.EnumerateFiles(Repository.At("src"), "*", SearchOption.AllDirectories)
            .Where(path => !path.Contains("node_modules", StringComparison.Ordinal))
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Sql_is_never_put_together_from_values() =>
        Assert.DoesNotContain(Sources, path => BuildsSql(File.ReadAllText(path)));

    [Theory]
    [InlineData("connection.Execute($\"DELETE FROM audit WHERE who = '{who}'\");")]
    [InlineData("var sql = $\"SELECT id FROM submission WHERE id = {id}\";")]
    [InlineData("var sql = \"SELECT id FROM submission WHERE id = '\" + id + \"'\";")]
    public void Sql_put_together_from_values_is_noticed(string source) => Assert.True(BuildsSql(source));

    [Fact]
    public void A_constant_list_of_columns_is_no_value() =>
        Assert.False(BuildsSql("Read($\"SELECT {SubmissionColumns} FROM submission WHERE id = @Id\");"));

    [Fact]
    public void The_web_reads_figures_and_rows_through_the_viewers_sight_only() => Assert.DoesNotContain(
        Sources.Where(path => path.Contains(Path.Combine("src", "Candour", "Pages"), StringComparison.Ordinal)
            || path.Contains(Path.Combine("src", "Candour", "Web"), StringComparison.Ordinal)),
        path => PassesSight(File.ReadAllText(path)));

    [Theory]
    [InlineData("var rows = Room.Snapshot.RowsOf(dataset);")]
    [InlineData("foreach (var cell in room.Snapshot.TableOf(measure, dataset).Cells)")]
    [InlineData("Lineage.Of(room.Snapshot, measure, dataset, areas, period, where)")]
    [InlineData("@Model.Room.Snapshot.Submissions.Count")]
    public void A_way_round_sight_is_noticed(string source) => Assert.True(PassesSight(source));

    [Fact]
    public void Folders_say_what_is_in_them() =>
        Assert.DoesNotContain(Sources, InANamelessFolder);

    [Fact]
    public void A_folder_that_says_nothing_is_noticed() =>
        Assert.True(InANamelessFolder(Repository.At("src", "Candour.Intake", "Helpers", "Csv.cs")));

    [Fact]
    public void Every_room_says_what_it_is_for() => Assert.Empty(
        Directory.EnumerateDirectories(Repository.At("src"))
            .Where(room => !File.Exists(Path.Combine(room, "README.md"))).Select(Path.GetFileName));

    private static bool PassesSight(string source) => AroundSight().IsMatch(source);

    [GeneratedRegex(@"Snapshot\.(RowsOf|Rows|TableOf|EncodedOf|Sum|Submissions)\b(?!Of)|\bLineage\.Of\(")]
    private static partial Regex AroundSight();

    private static bool InANamelessFolder(string path) =>
        Path.GetRelativePath(Repository.Root, path).Split('/', '\\').Intersect(NamelessFolders).Any();

    /// <summary>
    /// A statement that holds a hole or is continued by an addition. Holes named like a constant (a capital first) are
    /// lists of columns.
    /// </summary>
    private static bool BuildsSql(string source) =>
        Statement().Matches(source).Any(match => Hole().IsMatch(match.Value)) || Added().IsMatch(source);

    [GeneratedRegex("""\$"{1,3}[^"]*\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b[^"]*"{1,3}""")]
    private static partial Regex Statement();

    [GeneratedRegex(@"\{[a-z(]")]
    private static partial Regex Hole();

    [GeneratedRegex("""\b(SELECT|INSERT INTO|DELETE FROM)\b[^"\n]*" *\+ *[a-z]""")]
    private static partial Regex Added();
}
