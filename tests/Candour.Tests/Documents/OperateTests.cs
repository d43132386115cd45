using System.Text.RegularExpressions;

namespace Candour.Tests.Documents;

/// <summary>What the pages for IT staff say is done, in their order, by the real program.</summary>
public sealed partial class OperateTests
{
    private static readonly string Sample =
        Repository.At("samples", "cps-case-outcomes-2014-2018", "2014", "principal_offence_category_may_2014.csv");

    [Theory]
    [InlineData("backup.md", 8)]
    [InlineData("retention.md", 5)]
    public void Every_command_of_the_page_does_what_it_says(string page, int atLeast)
    {
        using var files = new TemporaryFolder();
        Directory.CreateDirectory(files.At("media", "backup"));
        files.Write("media/identifiers.txt", "SYN-F40-000001\n");
        var environment = new Dictionary<string, string> { ["CANDOUR_KEYS"] = files.At("srv", "candour", "keys") };
        var commands = Command().Matches(File.ReadAllText(Repository.At("docs", "operate", page))).Select(match => match.Groups[1].Value).ToList();
        Assert.True(commands.Count >= atLeast, "The page lost its commands.");
        if (!commands[0].StartsWith("init", StringComparison.Ordinal))
        {
            Run("init --workspace /srv/candour/work");
            Run("synthesise /srv/nation --crimes 2000");
            Run("import /srv/nation/synthetic-crimes.csv --workspace /srv/candour/work");
        }

        foreach (var command in commands)
        {
            Run(command);
            if (command.StartsWith("init", StringComparison.Ordinal))
            {
                Run($"import {Sample} --workspace /srv/candour/work");
            }
        }

        void Run(string command)
        {
            var words = Word().Matches(command).Select(match => match.Value.Trim('"'))
                .Select(word => word.StartsWith("/srv/", StringComparison.Ordinal) || word.StartsWith("/media/", StringComparison.Ordinal)
                    ? files.Path + word : word);
            var said = TheProgram.Run(environment, [.. words]);
            Assert.True(said.ExitCode == 0, $"{command}\n{said.Output}{said.Error}");
        }
    }

    [GeneratedRegex(@"^candour (.+)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();
}
