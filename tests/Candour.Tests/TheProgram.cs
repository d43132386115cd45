using System.Diagnostics;

namespace Candour.Tests;

/// <summary>What a run of the program said.</summary>
public sealed record Said(int ExitCode, string Output, string Error);

/// <summary>The real program, started as a person would start it.</summary>
public static class TheProgram
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "candour.dll");

    public static Said Run(params IReadOnlyList<string> words) => Run(new Dictionary<string, string>(), words);

    public static Said Run(IReadOnlyDictionary<string, string> environment, params IReadOnlyList<string> words)
    {
        using var process = Start(environment, words);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Said(process.ExitCode, output, error.Result);
    }

    public static Process Start(IReadOnlyDictionary<string, string> environment, params IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
