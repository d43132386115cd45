using System.Globalization;
using Candour.Definitions;

namespace Candour.Readings.Words;

/// <summary>One condition in words, with the codes it stands for.</summary>
/// <param name="Sentence">"Offence is 'Rape'".</param>
/// <param name="Codes">Each code with its title; empty when the sentence says it all.</param>
public sealed record TestWords(string Sentence, IReadOnlyList<string> Codes);

/// <summary>Conditions in words, with the titles of a dataset's fields and code lists.</summary>
public sealed class ConditionWords(Catalogue catalogue, Dataset dataset)
{
    public IReadOnlyList<TestWords> Of(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return [.. condition.Tests.Select(Of)];
    }

    /// <summary>How people read a field.</summary>
    public string Title(string field) => dataset.FieldNamed(field)?.Title ?? field;

    private TestWords Of(Test test) => test switch
    {
        FieldTest field => Coded(field),
        DateTest date => new TestWords(Dated(date), []),
        NumberTest number => new TestWords(Bounded(number), []),
        SameTest same => new TestWords(
            $"{Title(same.Field)} is {(same.IsSame ? "the same as" : "another than")} {Small(Title(same.Other))}", []),
        EarlierTest earlier => new TestWords(
            $"there is an earlier one of the same {Small(Title(earlier.Identifier))} within {Days(earlier.Days)} before "
            + $"the {Small(Title(earlier.Field))}", []),
        AnyTest any => new TestWords("at least one of these holds", [.. any.Conditions.Select(condition => string.Join(" and ", Sentences(condition)))]),
        NamedTest named => new TestWords($"it is one of: {Small(named.Title)}", [.. Sentences(named.Condition)]),
        _ => throw new InvalidOperationException($"No words for {test.GetType().Name}."),
    };

    private IEnumerable<string> Sentences(Condition condition) => Of(condition).Select(words => words.Sentence);

    private TestWords Coded(FieldTest test)
    {
        var title = Title(test.Field);
        if (test.Kind is TestKind.Missing or TestKind.Recorded)
        {
            return new TestWords(test.Kind == TestKind.Missing ? $"{title} is missing" : $"{title} is recorded", []);
        }

        var list = catalogue.CodesOf(dataset, test.Field);
        var codes = test.Codes.SelectMany(list.Expand).Distinct().ToList();
        var named = string.Join(" or ", test.Codes.Select(code => $"'{list.TitleOf(list.Canonical(code))}'"));
        var verb = test.Kind == TestKind.OneOf ? "is" : "is not";
        return new TestWords(
            codes.Count == 1 ? $"{title} {verb} {named} (code {codes[0]})" : $"{title} {verb} {named}",
            codes.Count == 1 ? [] : [.. codes.Select(code => $"{code}: {list.TitleOf(code)}")]);
    }

    private string Dated(DateTest test)
    {
        var (one, other) = (Title(test.Field), Small(Title(test.Other)));
        return test.Order switch
        {
            DateOrder.WithinDaysOf => $"{one} is within {Days(test.Days)} of the {other}",
            DateOrder.AtLeastDaysBefore => $"{one} is {Days(test.Days)} or more before the {other}",
            DateOrder.OnOrBefore => $"{one} is on or before the {other}",
            DateOrder.Before => $"{one} is before the {other}",
            DateOrder.OnOrAfter => $"{one} is on or after the {other}",
            _ => $"{one} is after the {other}",
        };
    }

    private string Bounded(NumberTest test)
    {
        var title = Title(test.Field);
        return (test.AtLeast > -NumberTest.Unbounded, test.AtMost < NumberTest.Unbounded) switch
        {
            (true, true) => $"{title} is from {Number(test.AtLeast)} to {Number(test.AtMost)}",
            (true, false) => $"{title} is {Number(test.AtLeast)} or more",
            _ => $"{title} is {Number(test.AtMost)} or less",
        };
    }

    private static string Days(int days) => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days:#,0} days");

    private static string Number(decimal number) => number.ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>A title inside a sentence: a first letter that is no abbreviation becomes small.</summary>
    internal static string Small(string title) =>
        title.Length > 1 && char.IsUpper(title[0]) && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
}
