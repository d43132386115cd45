namespace Candour.Tests.Definitions;

/// <summary>A wrong definition is refused with file, line, column and a sentence.</summary>
public sealed class RefusedDefinitionTests
{
    private const string Share = "measures/vawg-2022/rape-outcome-16-share-assigned.yaml";
    private const string Per = "measures/vawg-2022/crimes-per-1000-women-and-girls.yaml";
    private const string Groups = "measures/rasso-nom/charged-difference-asian-white.yaml";

    [Theory]
    [InlineData(Share, "kind: outcome", "kinds: outcome", "The key 'kind' is missing.", ":2:1:")]
    [InlineData(Share, "kind: outcome", "kind: outcome\ncolour: red", "'colour' is not a key here", ":9:1:")]
    [InlineData(Share, "kind: outcome", "kind: feeling", "'kind' must be one of outcome, output, process", ":8:7:")]
    [InlineData(Share, "type: share", "type: average", "'type' must be one of count, share, per, days, groups, survey, graded, estimate, index, agreement.", ":9:7:")]
    [InlineData(Share, "unit: crime", "unit: suspect", "The measure counts suspects but a row of 'crime-outcomes' is one crime", ":10:7:")]
    [InlineData(Share, "basis: assigned", "basis: completed", "has no cohort basis 'completed'; it has recorded, assigned.", ":12:8:")]
    [InlineData(Share, "offence: [rape]", "offence: [theft of time]", "'theft of time' is neither a code nor a group of the code list 'offence'.", ":14:12:")]
    [InlineData(Share, "offence: [rape]", "weather: [rain]", "'weather' is not a field of 'crime-outcomes' that can be tested", ":14:12:")]
    [InlineData(Share, "offence: [rape]", "offence: rape", "The test of 'offence' is a list of codes, or the word missing or recorded.", ":14:12:")]
    [InlineData(Share, "offence: [rape]", "offence: []", "The test of 'offence' names no code.", ":14:12:")]
    [InlineData(Share, "offence: [rape]", "offence: {}", "The test of 'offence' asks nothing.", ":14:12:")]
    [InlineData(Share, "offence: [rape]", "is: [no-such-thing]", "There is no condition 'no-such-thing'.", ":14:7:")]
    [InlineData(Share, "offence: [rape]", "is: [adult-at-offence]", "The condition 'adult-at-offence' asks about 'victim_age_group', which is not a field of 'crime-outcomes'.", ":14:7:")]
    [InlineData(Share, "offence: [rape]", "any: nothing", "'any' must be a list.", ":14:8:")]
    [InlineData(Share, "breakdowns: [offence]", "breakdowns: [outcome]", "A share whose numerator tests 'outcome' cannot be broken down by it.", ":18:13:")]
    [InlineData(Share, "breakdowns: [offence]", "breakdowns: [crime]", "'crime' is not a code field of 'crimes': nothing else can be a breakdown.", ":18:13:")]
    [InlineData(Share, "breakdowns: [offence]", "breakdowns: [offence]\npairs: [[offence, outcome]]", "A pair names two different breakdowns of the measure; [offence, outcome] does not.", ":19:8:")]
    [InlineData(Share, "direction: context", "direction: up", "'direction' is context; or it says better, source (the paragraph), balancing (measures) and gaming (what it invites).", ":17:12:")]
    [InlineData(Share, "direction: context", "direction: {better: higher, source: p. 1, gaming: g, balancing: [rape-crimes-recorded]}", "The balancing measure 'rape-crimes-recorded' must be read beside this one: name it in 'beside'.", ":17:12:")]
    [InlineData(Share, "[crime-outcomes, crimes]", "[crime-outcomes, weather]", "There is no dataset 'weather'.", ":11:11:")]
    [InlineData(Share, "[crime-outcomes, crimes]", "[crime-outcomes, crimes]\nsample: weighted", "The rows of 'crime-outcomes' carry no sampling weight.", ":12:9:")]
    [InlineData(Share, "version: 1", "version: one", "'version' must be a whole number.", ":3:10:")]
    [InlineData(Share, "minimum_cell: 5", "minimum_cell: 0", "'minimum_cell' is 1 or more.", ":20:15:")]
    [InlineData(Share, "frequency: quarterly", "frequency: often", "'frequency' must be one of monthly, quarterly, six-monthly, yearly.", ":19:12:")]
    [InlineData(Share, "period: 2018/19-Q1", "period: last spring", "'period' is not a period", ":27:13:")]
    [InlineData(Share, "value: 0.35", "value: a third", "'value' must be a number.", ":34:54:")]
    [InlineData(Share, "outcome: \"16\", assigned_count: \"30\"", "outcome: \"1600\", assigned_count: \"30\"", "The example's '1600' is not a code of the list 'outcome'.", ":29:71:")]
    [InlineData(Share, "id: rape-outcome-16-share-assigned", "id: something-else", "The file is named after its id", ":1:1:")]
    [InlineData(Share, "beside: [rape-charged-share-assigned,", "beside: [nothing,", "'beside' names 'nothing', which is not a measure.", ":21:9:")]
    [InlineData(Share, "question: ", "question: [unclosed", "This is not well-formed YAML", ":6:59:")]
    [InlineData(Per, "over: women-and-girls-population", "over: rape-charged-share-recorded", "is not a count: a quotient of two units is made of two counts.", ":11:6:")]
    [InlineData(Per, "each: 1000", "each: 0", "'each' is 1 or more: for how many of the units below the line.", ":11:82:")]
    [InlineData(Groups, "reference: [white]", "reference: [asian]", "'asian' is in the group and in its reference.", ":11:9:")]
    [InlineData(Groups, "by: victim_ethnicity", "by: outcome", "'outcome' is not a breakdown of", ":11:59:")]
    [InlineData("datasets/crime-outcomes.yaml", "weight: assigned_count", "weight: quarter", "Aggregate rows are weighed", ":27:13:")]
    [InlineData("datasets/crime-outcomes.yaml", "months: 3", "months: 5", "'months' is the length of the shortest period: 1, 3 or 12.", ":8:9:")]
    [InlineData("datasets/crime-outcomes.yaml", "key: [force,", "key: [planet,", "The key names 'planet', which is not a field here.", ":16:6:")]
    [InlineData("datasets/crimes.yaml", "period: recorded_date", "period: offence", "The basis 'recorded' needs a period or date field; 'offence' is none.", ":54:13:")]
    [InlineData("datasets/crimes.yaml", "codes: outcome", "codes: results", "there is no list 'results'.", ":15:48:")]
    [InlineData("datasets/file-assessments.yaml", "{weight: weight,", "{weight: answer,", "'answer' is not a field of type sampling weight; a count weight is another thing.", ":32:20:")]
    [InlineData("datasets/hearings.yaml", "also_by: [synthetic-policing]", "also_by: [police-forces]", "The lowest areas of 'police-forces' are not those of 'synthetic-prosecution'", ":8:10:")]
    [InlineData("mappings/home-office-outcomes.yaml", "field: recorded_count", "field: assigned_count", "The field 'recorded_count' of the dataset 'crime-outcomes' must be filled exactly once", ":2:1:")]
    [InlineData("mappings/home-office-outcomes.yaml", "ignore: says nothing about the count", "field: quarter, ignore: yes", "A column has exactly one of 'field', 'must_be' and 'ignore'", ":29:5:")]
    [InlineData("hierarchies/cps-areas.yaml", "parent: england-wales}", "parent: mars}", "'mars' is not an area of the level above (nation).", ":9:78:")]
    [InlineData("codelists/outcome.yaml", "{code: \"1\",", "{code: \"2\",", "The code '2' stands here 2 times; once is enough.", ":2:1:")]
    [InlineData("codelists/offence.yaml", "group: rape, title: Rape, parent: sexual-offences", "group: rape, title: Rape, parent: rape", "does not lead up to a group without a parent",":2:1:")]
    [InlineData("codelists/prosecution-outcome.yaml", "[Unsuccessful]", "[conviction]", "'CONVICTION' stands for several codes (conviction, unsuccessful).",":2:1:")]
    [InlineData("hierarchies/police-forces.yaml", "title: Kent,", "title: Surrey,", "'surrey' stands for several areas (kent, surrey).",":8:3:")]
    [InlineData("datasets/crimes.yaml", "period: outcome_date", "period: outcome_date\n    weight: nothing", "Case rows count 1 each",":60:13:")]
    [InlineData("datasets/crimes.yaml", "{title: Police force, type: area, required: true}", "area", "This must hold keys and values.",":11:10:")]
    [InlineData("mappings/cps-case-outcomes.yaml", "every: area and period", "every: day", "'every' is: area and period.",":19:5:")]
    [InlineData("codelists/offence.yaml", "group: rape}", "group: rap}", "There is no group 'rap' in this list.",":69:5:")]
    [InlineData("conditions/vawg-crime.yaml", "datasets: [", "datasets: [weather, ", "There is no dataset 'weather'.",":4:11:")]
    [InlineData("frameworks/vawg-2022.yaml", "- public-complaints-made\n", "- weather\n", "'weather' is not a measure.",":19:7:")]
    [InlineData("checks/crime-dates-in-order.yaml", "order: [", "order: [outcome, ", "'outcome' is not a date field of 'crimes'.",":8:8:")]
    [InlineData("checks/crime-dates-in-order.yaml", "order: [", "same: [force]\norder: [", "A check has exactly one of rule, order, same, outliers, missing, lag.",":2:1:")]
    public void Is_refused_with_a_place_and_a_sentence(string file, string from, string to, string expected, string place)
    {
        var sentence = BrokenDefinitions.With(file, from, to).Match(_ => "accepted", refusal => refusal.Sentence);

        Assert.Contains(expected, sentence, StringComparison.Ordinal);
        Assert.Contains(file + place, sentence, StringComparison.Ordinal);
    }
}
