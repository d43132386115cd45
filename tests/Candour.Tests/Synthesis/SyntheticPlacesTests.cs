using System.Text.RegularExpressions;
using Candour.Synthesis.Places;

namespace Candour.Tests.Synthesis;

public sealed partial class SyntheticPlacesTests
{
    [Fact]
    public void The_hierarchy_lists_the_places_of_the_code()
    {
        var lines = File.ReadAllLines(Repository.At("definitions/hierarchies/synthetic-nation.yaml"));
        var expected = new List<string>
        {
            "# yaml-language-server: $schema=../schema/hierarchy.schema.json",
            "id: synthetic-nation",
            "title: Synthetic nation (invented areas and forces)",
            "at: 2024-01-01",
            "source: Invented; no area or force here exists.",
            "levels: [nation, area, force]",
            "areas:",
            "  - {code: synthetic-nation, title: Synthetic nation, level: nation}",
        };
        expected.AddRange(SyntheticPlaces.Areas.Select(area =>
            $"  - {{code: {area.Code}, title: {area.Title}, level: area, parent: synthetic-nation}}"));
        expected.AddRange(SyntheticPlaces.Forces.Select(force =>
            $"  - {{code: {force.Code}, title: {force.Title}, level: force, parent: {force.Area}}}"));

        Assert.Equal(expected, lines);
    }

    [Fact]
    public void Codes_run_and_titles_are_single_words_used_once()
    {
        Assert.Equal(
            Enumerable.Range(1, 13).Select(i => $"a{i:00}"), SyntheticPlaces.Areas.Select(area => area.Code));
        Assert.Equal(
            Enumerable.Range(1, 44).Select(i => $"f{i:00}"), SyntheticPlaces.Forces.Select(force => force.Code));
        var titles = SyntheticPlaces.Areas.Select(area => area.Title)
            .Concat(SyntheticPlaces.Forces.Select(force => force.Title)).ToList();
        Assert.Equal(57, titles.Distinct().Count());
        Assert.All(titles, title => Assert.Matches(Word(), title));
    }

    [Fact]
    public void Each_force_lies_in_an_area_and_each_area_has_several() =>
        Assert.Equal(
            SyntheticPlaces.Areas.Select(area => area.Code),
            SyntheticPlaces.Forces.GroupBy(force => force.Area).Where(forces => forces.Count() > 1).Select(f => f.Key));

    [Fact]
    public void The_hierarchies_of_prosecution_list_the_units_of_the_code()
    {
        var byArea = Units("synthetic-prosecution", "d");
        var byForce = Units("synthetic-policing", "f");

        Assert.Equal(
            SyntheticUnits.All.Select(unit => $"{unit.Code} {unit.Title} {unit.FormerArea}"),
            byArea.Select(unit => $"{unit.Code} {unit.Title} {string.Join(' ', unit.Parents)}"));
        Assert.Equal(
            SyntheticUnits.All.Select(unit => $"{unit.Code} {unit.Title} {string.Join(' ', unit.Forces)}"),
            byForce.Select(unit => $"{unit.Code} {unit.Title} {string.Join(' ', unit.Parents)}"));
        Assert.Equal("u60", SyntheticUnits.All.Single(unit => unit.IsMerged).Code);
        Assert.Contains(
            "until: 2023-10-01, merged_into: u05", File.ReadAllText(Repository.At("definitions/hierarchies/synthetic-prosecution.yaml")),
            StringComparison.Ordinal);
    }

    private static List<(string Code, string Title, List<string> Parents)> Units(string hierarchy, string parent) =>
        [.. File.ReadAllLines(Repository.At($"definitions/hierarchies/{hierarchy}.yaml"))
            .Select(line => Unit().Match(line)).Where(match => match.Success)
            .Select(match => (
                match.Groups[1].Value,
                match.Groups[2].Value,
                Regex.Matches(match.Groups[3].Value, $@"parent: ({parent}\d\d)").Select(found => found.Groups[1].Value).ToList()))];

    [GeneratedRegex(@"code: (u\d\d), title: (.+?), level: unit, (.*)")]
    private static partial Regex Unit();

    [GeneratedRegex("^[A-Z][a-z]+$")]
    private static partial Regex Word();
}
