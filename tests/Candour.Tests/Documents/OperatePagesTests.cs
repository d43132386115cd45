using System.Text.RegularExpressions;
using Candour.Access;
using Candour.SignIn;

namespace Candour.Tests.Documents;

/// <summary>The pages for those who run Candour say what the program does.</summary>
public sealed partial class OperatePagesTests
{
    [Fact]
    public void The_table_of_roles_is_the_programs_own()
    {
        var rows = File.ReadAllLines(Repository.At("docs", "operate", "roles.md"))
            .SkipWhile(line => !line.StartsWith("| |", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', ' ').Split('|').Select(cell => cell.Trim()).ToList()).ToList();
        var rights = Enum.GetValues<Right>();

        Assert.Equal(rights.Select(RoleWords.Of), rows[0].TakeLast(rights.Length));
        Assert.Equal(
            Enum.GetValues<Role>().Select(role => string.Join(' ', new[] { RoleWords.Of(role) }.Concat(rights.Select(right => RoleTable.May(role, right) ? "yes" : "–")))).Order(),
            rows.Skip(2).Select(row => string.Join(' ', row)).Order());
    }

    [Fact]
    public void Every_role_that_a_person_of_the_field_has_exists()
    {
        var named = File.ReadAllLines(Repository.At("docs", "operate", "roles.md"))
            .SkipWhile(line => line != "| In the field | Role |").Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|')[2].Trim().Split(':')[0]).ToList();

        Assert.Equal(Enum.GetValues<Role>().Select(RoleWords.Of).Order(), named.Distinct().Order());
    }

    [Fact]
    public void Every_threat_has_a_proof_that_exists()
    {
        var tests = Directory.EnumerateFiles(Repository.At("tests"), "*Tests*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(path).Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var rows = File.ReadAllLines(Repository.At("docs", "operate", "security.md")).Where(line => Numbered().IsMatch(line)).ToList();

        Assert.Equal(Enumerable.Range(1, 20), rows.Select(row => int.Parse(row.Split('|')[1])));
        Assert.DoesNotContain(
            rows.SelectMany(row => Proof().Matches(row.Split('|')[4]).Select(match => match.Groups[1].Value)), name => !tests.Contains(name));
        Assert.All(rows, row => Assert.Matches(Proof(), row.Split('|')[4]));
    }

    [Fact]
    public void The_settings_that_are_shown_can_be_read()
    {
        var page = File.ReadAllText(Repository.At("docs", "operate", "sign-in.md"));
        var shown = Json().Match(page).Groups[1].Value;
        using var folder = new TemporaryFolder();
        var secret = folder.Write("client-secret", "secret");

        var read = ServerSettings.Read(folder.Write(
            "settings.json", shown.Replace("/etc/candour/client-secret", secret, StringComparison.Ordinal)));

        Assert.Equal(2, Assert.IsType<Candour.Kernel.Result<ServerSettings>.Accepted>(read).Value.Provider!.Groups.Count);
    }

    [GeneratedRegex("^\\| \\d+ \\|")]
    private static partial Regex Numbered();

    [GeneratedRegex("`(\\w+Tests)`")]
    private static partial Regex Proof();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Json();
}
