using Candour.Readings;
using Candour.Readings.Figures;
using Candour.Store;

namespace Candour.Web;

/// <summary>What a figure was made of: everything somebody needs to make it again.</summary>
public sealed record HowMade(Reading Reading, IReadOnlyList<SubmissionRecord> Submissions)
{
    public static HowMade Of(ReadingRoom room, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(reading);
        return new HowMade(
            reading,
            [.. room.SubmissionsBehind(reading)
                .Where(submission => submission.Periods.Any(reading.Question.Period.Overlaps))]);
    }
}
