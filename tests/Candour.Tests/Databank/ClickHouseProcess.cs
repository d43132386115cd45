using System.Diagnostics;
using System.Text.Json;

namespace Candour.Tests.Databank;

/// <summary>
/// A ClickHouse in a process of its own, which <c>bench/clickhouse/install</c> has fetched. Statements go in and answers come out
/// line by line; it ends with us.
/// </summary>
internal sealed class ClickHouseProcess : IDisposable
{
    /// <summary>Names the folder into which it was fetched.</summary>
    public const string Place = "CANDOUR_CLICKHOUSE";

    private readonly Process process;

    private ClickHouseProcess(Process process) => this.process = process;

    /// <summary>Whether it was fetched on this machine.</summary>
    public static bool IsInstalled => Environment.GetEnvironmentVariable(Place) is { Length: > 0 };

    /// <summary>Starts one with no data.</summary>
    /// <param name="house">The folder of the repository.</param>
    public static ClickHouseProcess Start(string house) => new(Process.Start(
        new ProcessStartInfo("node", [Path.Combine(house, "bench", "clickhouse", "answer.mjs"), Environment.GetEnvironmentVariable(Place) ?? ""])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);

    /// <summary>Carries out a statement and gives its rows, missing values as empty texts.</summary>
    /// <exception cref="InvalidOperationException">ClickHouse refuses the statement or ended; says why.</exception>
    public IReadOnlyList<IReadOnlyList<string>> Ask(string statement)
    {
        process.StandardInput.WriteLine(JsonSerializer.Serialize(statement));
        process.StandardInput.Flush();
        var answer = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"ClickHouse ended at: {statement}");
        using var said = JsonDocument.Parse(answer);
        return said.RootElement.TryGetProperty("refused", out var why)
            ? throw new InvalidOperationException($"ClickHouse refuses a statement: {why.GetString()}")
            :
            [
                .. said.RootElement.GetProperty("rows").GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => (IReadOnlyList<string>)[.. line.Split('\t').Select(text => text is "\\N" or "nan" ? "" : text)]),
            ];
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
