using System.Globalization;

namespace Candour.Definitions;

/// <summary>
/// What a test asks as one canonical text: equal texts ask the same. Part of the hash of the definitions, so a change here
/// makes every snapshot a new one.
/// </summary>
public static class TestText
{
    public static string Of(Test test) => test switch
    {
        FieldTest field => $"{field.Field} {field.Kind} {Codes(field.Codes)}",
        DateTest date => $"{date.Field} {date.Order} {date.Days} {date.Other}",
        NumberTest number => string.Create(CultureInfo.InvariantCulture, $"{number.Field} {number.AtLeast}..{number.AtMost}"),
        SameTest same => $"{same.Field} {(same.IsSame ? "is" : "is not")} {same.Other}",
        EarlierTest earlier => $"{earlier.Field} earlier {earlier.Identifier} {earlier.Days}",
        AnyTest any => $"any {string.Join(" or ", any.Conditions.Select(Of))}",
        NamedTest named => Of(named.Condition),
        null => throw new ArgumentNullException(nameof(test)),
        _ => throw new InvalidOperationException($"No text for {test.GetType().Name}."),
    };

    internal static string Of(Condition condition) => $"({string.Join(" and ", condition.Tests.Select(Of))})";

    internal static string Codes(IEnumerable<string> codes) => string.Join(' ', codes.Order(StringComparer.Ordinal));
}
