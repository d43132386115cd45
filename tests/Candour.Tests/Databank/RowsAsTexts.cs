using System.Data.Common;
using System.Globalization;

namespace Candour.Tests.Databank;

/// <summary>The rows that a database gives, as texts; dates as 2024-05-31, missing values empty.</summary>
internal static class RowsAsTexts
{
    public static IReadOnlyList<IReadOnlyList<string>> Of(DbDataReader reader)
    {
        var found = new List<IReadOnlyList<string>>();
        while (reader.Read())
        {
            found.Add([.. Enumerable.Range(0, reader.FieldCount).Select(at => reader.GetValue(at) switch
            {
                DBNull => "",
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                var text => text.ToString() ?? "",
            })]);
        }

        return found;
    }
}
