namespace Candour.CommandLine;

/// <summary>What the program's exit code says.</summary>
internal static class Exit
{
    public const int Done = 0;

    /// <summary>A fault of the program or the machine; the words are on standard error.</summary>
    public const int Fault = 1;

    /// <summary>A rule said no; one sentence on standard error says why and what to do.</summary>
    public const int Refused = 2;

    /// <summary>Stopped from the keyboard, as shells say it: 128 and the number of the signal.</summary>
    public const int Stopped = 130;
}
