using System.Globalization;

namespace Candour.Web;

/// <summary>A moment in words, in the one time zone that records are kept in.</summary>
public static class TimeText
{
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("d MMMM yyyy HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
