using System.Diagnostics;

namespace Candour.Store;

/// <summary>
/// Lets the process die at a named moment, as <c>kill -9</c> would, when the environment names that moment in
/// <c>CANDOUR_FAULT</c>; otherwise nothing happens and nothing is asked. Whoever sets a variable of a process could kill it as
/// well: this gives nobody a power that they did not have.
/// </summary>
public static class FaultPoints
{
    /// <summary>The variable, read once when the process starts.</summary>
    public const string Variable = "CANDOUR_FAULT";

    /// <summary>No point when the variable is not set or names none. A constant to the compiler, so that a point costs nothing.</summary>
    private static readonly int Chosen =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named && Enum.TryParse<FaultPoint>(named, out var point) && Enum.IsDefined(point)
            ? (int)point : -1;

    /// <summary>This moment has come.</summary>
    public static void Reach(FaultPoint point)
    {
        if (Chosen == (int)point)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();

            // The signal may take a moment; nothing may follow.
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
