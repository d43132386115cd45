using Candour.Definitions;
using Candour.Intake.Reading;

namespace Candour.Intake;

/// <summary>What the person who checks a file says about it, and the day on which it is read.</summary>
/// <param name="Today">The day on which the file is read; no event of the past lies after it.</param>
public sealed record CheckWishes(DateOnly Today)
{
    /// <summary>The areas that the sender may submit, as codes of the lowest level; empty for all.</summary>
    public IReadOnlySet<string> Areas { get; init; } = new HashSet<string>();

    /// <summary>Who reads the bytes.</summary>
    public FileReader Reader { get; init; } = FileReading.Here;

    /// <summary>The encoding that was answered; empty for what the mapping says.</summary>
    public string Encoding { get; init; } = "";

    /// <summary>The order of dates that was answered; absent for what the mapping says.</summary>
    public DateWriting? DateWriting { get; init; }

    /// <summary>The sheets that were answered; empty when none was, and a single * for all.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];
}
