namespace Candour.Tests.Definitions;

/// <summary>A wrong definition is refused with file, line, column and a sentence.</summary>
public sealed class RefusedDefinitionTests
{
    private const string Share = "measures/vawg-2022/rape-outcome-16-share-assigned.yaml";

    [Theory]
    [InlineData(Share, "kind: outcome", "kinds: outcome", ":1:1: The key 'kind' is missing.")]
    [InlineData(Share, "kind: outcome", "kind: outcome\ncolour: red", ":8:1: 'colour' is not a key here")]
    [InlineData(Share, "kind: outcome", "kind: feeling", ":7:7: 'kind' must be one of outcome, output, process")]
    [InlineData(Share, "unit: crime", "unit: suspect", "The measure counts suspects but a row of 'crime-outcomes' is one crime")]
    [InlineData(Share, "basis: assigned", "basis: completed", "has no cohort basis 'completed'; it has recorded, assigned.")]
    [InlineData(Share, "offence: [rape]", "offence: [theft of time]", "'theft of time' is neither a code nor a group of the code list 'offence'.")]
    [InlineData(Share, "offence: [rape]", "weather: [rain]", "'weather' is not a field of 'crime-outcomes' that can be tested")]
    [InlineData(Share, "offence: [rape]", "offence: rape", ":13:12: The test of 'offence' is a list of codes, or the word missing or recorded.")]
    [InlineData(Share, "breakdowns: [offence]", "breakdowns: [outcome]", "A share whose numerator tests 'outcome' cannot be broken down by it.")]
    [InlineData(Share, "breakdowns: [offence]", "breakdowns: [crime]", "'crime' is not a code field of 'crimes': nothing else can be a breakdown.")]
    [InlineData(Share, "[crime-outcomes, crimes]", "[crime-outcomes, weather]", "There is no dataset 'weather'.")]
    [InlineData(Share, "version: 1", "version: one", ":2:10: 'version' must be a whole number.")]
    [InlineData(Share, "period: 2018/19-Q1", "period: last spring", "'period' is not a period")]
    [InlineData(Share, "value: 0.35", "value: a third", "'value' must be a number.")]
    [InlineData(Share, "id: rape-outcome-16-share-assigned", "id: something-else", ":1:1: The file is named after its id")]
    [InlineData(Share, "beside: [rape-charged-share-assigned,", "beside: [nothing,", "'beside' names 'nothing', which is not a measure.")]
    [InlineData(Share, "question: ", "question: [unclosed", "This is not well-formed YAML")]
    [InlineData("datasets/crime-outcomes.yaml", "weight: assigned_count", "weight: quarter", "Aggregate rows are weighed")]
    [InlineData("datasets/crime-outcomes.yaml", "months: 3", "months: 5", "'months' is the length of the shortest period: 1 or 3.")]
    [InlineData("datasets/crime-outcomes.yaml", "key: [force,", "key: [planet,", "The key names 'planet', which is not a field here.")]
    [InlineData("datasets/crimes.yaml", "period: recorded_date", "period: offence", "The basis 'recorded' needs a period or date field; 'offence' is none.")]
    [InlineData("datasets/crimes.yaml", "codes: outcome", "codes: results", "there is no list 'results'.")]
    [InlineData("mappings/home-office-outcomes.yaml", "field: recorded_count", "field: assigned_count", "The field 'recorded_count' of the dataset 'crime-outcomes' must be filled exactly once.")]
    [InlineData("mappings/home-office-outcomes.yaml", "ignore: says nothing about the count", "field: quarter, ignore: yes", "A column has exactly one of 'field', 'must_be' and 'ignore'")]
    [InlineData("hierarchies/cps-areas.yaml", "parent: england-wales}", "parent: mars}", "'mars' is not an area of the level above (nation).")]
    [InlineData("codelists/outcome.yaml", "{code: \"1\",", "{code: \"2\",", "The code '2' stands here 2 times; once is enough.")]
    [InlineData("codelists/offence.yaml", "group: rape, title: Rape, parent: sexual-offences", "group: rape, title: Rape, parent: rape", "does not lead up to a group without a parent")]
    [InlineData("codelists/prosecution-outcome.yaml", "[Unsuccessful]", "[conviction]", "'CONVICTION' stands for several codes (conviction, unsuccessful).")]
    [InlineData("hierarchies/police-forces.yaml", "title: Kent,", "title: Surrey,", "'surrey' stands for several areas (kent, surrey).")]
    [InlineData("datasets/crimes.yaml", "period: outcome_date", "period: outcome_date\n    weight: nothing", "Case rows count 1 each")]
    [InlineData("datasets/crimes.yaml", "{title: Police force, type: area, required: true}", "area", "This must hold keys and values.")]
    [InlineData("mappings/cps-case-outcomes.yaml", "every: area and period", "every: day", "'every' is: area and period.")]
    [InlineData("codelists/offence.yaml", "group: rape}", "group: rap}", "There is no group 'rap' in this list.")]
    public void Is_refused_with_a_place_and_a_sentence(string file, string from, string to, string expected)
    {
        var sentence = BrokenDefinitions.With(file, from, to).Match(_ => "accepted", refusal => refusal.Sentence);

        Assert.Contains(expected, sentence, StringComparison.Ordinal);
        Assert.Matches(@"^[\w/.-]+\.yaml:\d+:\d+: ", sentence);
    }
}
