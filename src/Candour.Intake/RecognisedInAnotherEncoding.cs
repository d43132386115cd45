using Candour.Intake.Reading;

namespace Candour.Intake;

/// <summary>The file was recognised by its columns while it was read as UTF-8, and its mapping says how its letters are written: it is read again so.</summary>
internal sealed record RecognisedInAnotherEncoding(string File, string Mapping) : FileRefusal(
    $"The file {File} is written in another encoding: read it with the mapping '{Mapping}'.");
