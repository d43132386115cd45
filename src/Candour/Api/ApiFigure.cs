using Candour.CommandLine;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Figures;

namespace Candour.Api;

/// <summary>A figure as the programming interface gives it: that of the command line, as its viewer may see it.</summary>
internal static class ApiFigure
{
    public static IReadOnlyDictionary<string, object?> Of(ReadingRoom room, Reading reading)
    {
        var json = new Dictionary<string, object?>(FigureJson.Of(reading));
        if (reading.Figure is Figure.Suppressed or Figure.NotRecorded)
        {
            json["numerator"] = json["denominator"] = json["missing"] = null;
        }
        else if (!room.Seen.SeesWhole(reading.Question.Dataset))
        {
            // Those who cannot say are a group of their own, and may be few.
            json["missing"] = null;
        }

        return json;
    }
}
