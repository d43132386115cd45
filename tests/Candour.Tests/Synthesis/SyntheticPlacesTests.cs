using System.Text.RegularExpressions;
using Candour.Synthesis;

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

    [GeneratedRegex("^[A-Z][a-z]+$")]
    private static partial Regex Word();
}
