using Candour.Synthesis.Files;
using Candour.Synthesis.Planted;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>A crime that was entered a second time under another reference, with its victims. Which ones follows from the
/// crime's number, so that every file says the same.</summary>
internal static class RecordedTwice
{
    private static readonly int Every = (int)(1 / RowErrors.RecordedTwice.Size);

    public static bool Is(CrimeStory crime) =>
        crime.Force.Code == RowErrors.RecordedTwice.Place && crime.Suspects.Length == 0
        && crime.Crime.Number % Every == 0;

    public static Reference Reference(CrimeStory crime) => new(crime.Crime.Prefix + "B", crime.Crime.Number);
}
