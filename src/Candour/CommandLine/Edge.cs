using System.Globalization;
using Candour.Kernel;

namespace Candour.CommandLine;

/// <summary>The one place where a fault of a verb is caught.</summary>
internal static class Edge
{
    public static async Task<int> RunAsync(Func<Task<int>> verb)
    {
        try
        {
            var code = await verb();
            return code == Exit.Stopped ? await StoppedAsync() : code;
        }
        catch (OperationCanceledException)
        {
            return await StoppedAsync();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The machine's own words name a path and a reason, never a row.
            await Console.Error.WriteLineAsync($"The disk or its permissions stopped this: {fault.Message}");
            return Exit.Fault;
        }
#pragma warning disable CA1031 // This is the edge: whatever comes here is a fault, and is said without its message.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            // A message may quote data; the type and the place do not.
            var number = ContentHash.Of($"{fault.GetType()}\n{fault.StackTrace}").Abbreviated;
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"A fault of the program ({fault.GetType().Name}, number {number}). Nothing was half written.\n{fault.StackTrace}"));
            return Exit.Fault;
        }
    }

    private static async Task<int> StoppedAsync()
    {
        await Console.Error.WriteLineAsync("Stopped. The workspace is whole; the same command goes on from here.");
        return Exit.Stopped;
    }
}
