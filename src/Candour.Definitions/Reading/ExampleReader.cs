using Candour.Kernel;

namespace Candour.Definitions.Reading;

/// <summary>Reads the worked examples of a measure.</summary>
internal static class ExampleReader
{
    public static WorkedExample Read(Entry entry, Places places)
    {
        var periodText = entry.Text("period");
        if (!Period.TryParse(periodText, out var period))
        {
            entry.At("period").Problem("'period' is not a period: write 2018/19-Q3, 2018/19, 2014-07 or 2014.");
        }

        var tables = Tables(entry, places);
        var area = entry.TextOrEmpty("area");
        var expect = entry.Section("expect");
        var expected = new ExpectedFigure(
            expect?.Exact("numerator", 0) ?? 0,
            expect?.Exact("denominator", 0) ?? 0,
            expect?.Decimal("value") ?? 0,
            expect?.Exact("reference_numerator", 0) ?? 0,
            expect?.Exact("reference_denominator", 0) ?? 0);
        expect?.NothingElse();
        entry.NothingElse();
        return places.Keep(new WorkedExample(period, area, tables, expected), entry);
    }

    private static List<ExampleTable> Tables(Entry entry, Places places)
    {
        if (entry.SectionOrAbsent("tables") is not { } tables)
        {
            return [new ExampleTable(entry.Text("dataset"), [.. entry.Sections("rows").Select(row => Row(row, places))])];
        }

        var read = tables.Pairs().Select(pair => new ExampleTable(pair.Key, [.. pair.Value.Elements(pair.Key).Select(row => Row(row, places))])).ToList();
        if (read.Count == 0)
        {
            tables.Problem("'tables' names at least one dataset with its rows.");
        }

        return read.Count > 0 ? read : [new ExampleTable("", [])];
    }

    internal static IReadOnlyDictionary<string, string> Row(Entry entry, Places places) => places.Keep(
        entry.Pairs().ToDictionary(pair => pair.Key, pair => pair.Value.Scalar(pair.Key)), entry);
}
