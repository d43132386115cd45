using Candour.Definitions;
using Candour.Intake.Mapped;

namespace Candour.Intake;

/// <summary>What must be asked about a file before anything of it is taken. Pure.</summary>
internal static class Asking
{
    public static IReadOnlyList<Question> Questions(Arrival arrival, RowMapper mapper, Mapping mapping, CheckWishes wishes)
    {
        var questions = new List<Question>();
        if (!arrival.Form.EncodingIsKnown || mapper.Undecodable.Line > 0)
        {
            var (line, column) = mapper.Undecodable.Line > 0 ? mapper.Undecodable : (1, "");
            questions.Add(new Question(
                "ENCODING_NOT_UTF8", line, column, "The file is not UTF-8 text, and its letters can be read in more than one way: say its encoding, or save it as UTF-8.",
                "encoding", ["windows-1252", "iso-8859-1", "utf-16"]));
        }

        questions.AddRange(mapper.AmbiguousDates.Select(one => new Question(
            "AMBIGUOUS_DATE", one.Line, Header.Shown(one.Column), "Every date of this column can be read with the day first or with the month first: say which.",
            "dates", ["day-month-year", "month-day-year"])));
        if (arrival.Tables.Count(table => table.Rows > 0) + arrival.HiddenTables.Count > 1 && wishes.Sheets.Count == 0 && mapping.Sheets.Count == 0)
        {
            questions.Add(new Question(
                "SEVERAL_SHEETS", 0, "", "Several sheets have the columns of this source: say which of them are to be read.",
                "sheets", ["*", .. arrival.Tables.Select(table => Header.Shown(table.Heading.Name)), .. arrival.HiddenTables.Select(heading => Header.Shown(heading.Name))]));
        }

        return questions;
    }
}
