namespace Candour.Tests.Intake.Fuzzing;

/// <summary>A fault that is planted in a table of which it is known by which code it must be found.</summary>
/// <param name="Code">The code.</param>
/// <param name="TextOnly">It can only stand in text.</param>
/// <param name="Plant">Puts it in; gives the position of the row that must be named.</param>
internal sealed record Damage(string Code, bool TextOnly, Func<CaseTable, Random, int> Plant)
{
    public static readonly IReadOnlyList<Damage> All =
    [
        Cell("CODE_UNKNOWN", "offence_code", "99Z"), Cell("CODE_UNKNOWN", "outcome_code", "banana"), Cell("CODE_UNKNOWN", "unit", "U21"),
        Cell("CODE_UNKNOWN", "victim_sex", "Q"), Cell("DATE_INVALID", "report_date", "2023-02-30"), Cell("DATE_INVALID", "charge_date", "2023-13-01"),
        Cell("DATE_OUT_OF_RANGE", "decision_date", "1900-01-01"), Cell("DATE_OUT_OF_RANGE", "report_date", "1066-10-14"), Cell("DATE_OUT_OF_RANGE", "report_date", "2150-01-01"),
        Cell("DATE_FORMAT", "report_date", "31/12/2023"), Cell("DATE_FORMAT", "decision_date", "12 March 2024"), Cell("DATE_ORDER", "decision_date", "2001-01-01"),
        Cell("REQUIRED_MISSING", "case_id", ""), Cell("REQUIRED_MISSING", "offence_code", " "), Cell("REQUIRED_MISSING", "report_date", ""),
        Cell("NUMBER_INVALID", "victim_age", "-1"), Cell("NUMBER_INVALID", "victim_age", "999"), Cell("NUMBER_INVALID", "victim_age", "12.5"), Cell("NUMBER_INVALID", "victim_age", "old"),
        Cell("INVISIBLE_CHARACTER", "case_id", "C0001\u200B01"), Cell("INVISIBLE_CHARACTER", "outcome_code", "1\u20606"),
        Cell("VALUE_TOO_LONG", "case_id", new string('7', 400)), Cell("DIRECT_IDENTIFIER", "victim_id", "0.person@example.org"),
        new("DUPLICATE_ROW", TextOnly: false, (table, draws) =>
        {
            table.Rows.Add([.. table.Rows[draws.Next(table.Rows.Count)]]);
            return table.Rows.Count - 1;
        }),
        new("CONFLICTING_KEY", TextOnly: false, (table, draws) =>
        {
            string[] other = [.. table.Rows[draws.Next(table.Rows.Count)]];
            other[Array.IndexOf(CaseTable.Header, "outcome_code")] = "18";
            table.Rows.Add(other);
            return table.Rows.Count - 1;
        }),
        new("HEADER_REPEATED", TextOnly: false, (table, draws) =>
        {
            var at = draws.Next(table.Rows.Count);
            table.Rows.Insert(at, CaseTable.Header);
            return at;
        }),
        new("FIELD_COUNT", TextOnly: true, (table, draws) =>
        {
            var at = draws.Next(table.Rows.Count);
            table.Rows[at] = draws.Next(2) == 0 ? table.Rows[at][..^draws.Next(1, 5)] : [.. table.Rows[at], "more"];
            return at;
        }),
    ];

    private static Damage Cell(string code, string column, string value) => new(code, TextOnly: false, (table, draws) =>
    {
        var at = draws.Next(table.Rows.Count);
        table.Rows[at][Array.IndexOf(CaseTable.Header, column)] = value;
        return at;
    });
}
