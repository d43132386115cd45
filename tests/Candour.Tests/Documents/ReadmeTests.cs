using System.Text.RegularExpressions;

namespace Candour.Tests.Documents;

/// <summary>Documentation is executed: what the README says can be said to the program.</summary>
public sealed partial class ReadmeTests(DemoWorkspace demo)
{
    private static readonly string Readme = File.ReadAllText(Repository.At("README.md"));

    [Fact]
    public void Names_every_verb_and_no_other()
    {
        var help = TheProgram.Run("--help").Output;
        var verbs = HelpVerb().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value);

        Assert.Equal(verbs.Order(StringComparer.Ordinal), Verb().Matches(Readme).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_command_of_the_readme_does_what_it_says()
    {
        _ = demo.Room;
        using var own = new TemporaryFolder();
        var environment = new Dictionary<string, string>
        {
            ["CANDOUR_WORKSPACE"] = demo.Folder, ["CANDOUR_KEYS"] = own.At("keys"),
        };
        var commands = Command().Matches(Readme).Select(match => match.Groups[1].Value).ToList();
        Assert.True(commands.Count >= 10, "The README lost its commands.");
        foreach (var command in commands)
        {
            var words = Word().Matches(command).Select(match => match.Value.Trim('"')
                .Replace("~/candour", own.At("candour"), StringComparison.Ordinal)
                .Replace("samples/", Repository.At("samples") + "/", StringComparison.Ordinal));

            var said = TheProgram.Run(environment, [.. words]);

            var refused = command.Contains("--denominator rape-crimes-recorded", StringComparison.Ordinal);
            Assert.True(said.ExitCode == (refused ? 2 : 0), $"{command}\n{said.Output}{said.Error}");
        }
    }

    [Fact]
    public void Every_room_is_in_the_architecture_and_every_link_leads_somewhere()
    {
        var architecture = File.ReadAllText(Repository.At("ARCHITECTURE.md"));

        Assert.Equal(
            Directory.EnumerateDirectories(Repository.At("src")).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Room().Matches(architecture).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
        foreach (var page in Directory.EnumerateFiles(Repository.Root, "*.md").Concat(
            Directory.EnumerateFiles(Repository.At("docs"), "*.md", SearchOption.AllDirectories)))
        {
            foreach (var link in Link().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value))
            {
                Assert.True(
                    Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, link)), $"{Path.GetFileName(page)} links to {link}.");
            }
        }
    }

    [Fact]
    public void The_figure_documentation_names_every_key_that_figure_prints()
    {
        _ = demo.Room;
        var documentation = File.ReadAllText(Repository.At("docs", "json.md"));
        var known = TheProgram.Run("figure", "rape-outcome-16-share-assigned", "--json", "--workspace", demo.Folder);
        var unknown = TheProgram.Run(
            "figure", "rape-outcomes-assigned", "--period", "2014/15", "--json", "--workspace", demo.Folder);

        Assert.All(
            new[] { known, unknown }.SelectMany(said => System.Text.Json.JsonDocument.Parse(said.Output).RootElement.EnumerateObject()),
            key => Assert.Contains($"`{key.Name}`", documentation, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^  (\w+)", RegexOptions.Multiline)]
    private static partial Regex HelpVerb();

    [GeneratedRegex(@"^\| `candour (\w+)`", RegexOptions.Multiline)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^\./run (.+)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\| `(Candour[.\w]*)` \|", RegexOptions.Multiline)]
    private static partial Regex Room();

    [GeneratedRegex(@"\]\((?!http)([^)#]+)\)")]
    private static partial Regex Link();
}
