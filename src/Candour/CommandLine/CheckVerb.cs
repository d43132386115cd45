using System.CommandLine;
using System.Globalization;
using Candour.Intake;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.CommandLine;

/// <summary><c>candour check</c>: reads, maps and checks a file; writes nothing.</summary>
internal static class CheckVerb
{
    private const int MostLines = 20;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The file to check." };
        var mapping = Options.Text("--mapping", "The mapping of its source; found by its columns when not given.", "ID");
        var workspace = Options.Workspace();
        var definitions = Options.Definitions();
        var json = Options.Json();
        var verb = new Command("check", "Read, map and check a file without taking it.")
        {
            file, mapping, workspace, definitions, json,
        };
        verb.SetAction(parsed => Run(
            Terminal.Console, parsed.GetValue(file)!, parsed.GetValue(mapping)!, parsed.GetValue(workspace)!,
            parsed.GetValue(definitions)!, parsed.GetValue(json)));
        return verb;
    }

    private static int Run(Terminal terminal, string path, string mapping, string workspace, string definitions, bool json)
    {
        if (!OpenWorkspace.At(workspace, definitions).Try(out var open, out var refusal)
            || !open.Key().Try(out var key, out refusal))
        {
            return terminal.Refuse(refusal);
        }

        var result = SourceFile.Open(path).Then(file => Checking.Check(file, mapping, open.Catalogue, key));
        if (json)
        {
            terminal.SayJson(CheckJson.Of(path, result));
            return result.Match(file => file.HasErrors ? Exit.Refused : Exit.Done, _ => Exit.Refused);
        }

        return result.Match(file => Say(terminal, file), terminal.Refuse);
    }

    private static int Say(Terminal terminal, CheckedFile file)
    {
        foreach (var finding in file.Findings.Take(MostLines))
        {
            var where = finding.Line > 0 ? $"line {finding.Line}" : "file";
            var column = finding.Column.Length > 0 ? $", {finding.Column}" : "";
            terminal.Say($"{finding.Severity}: {where}{column}: {finding.Message} [{finding.Code}]");
        }

        if (file.Findings.Count > MostLines)
        {
            terminal.Say($"… and {file.Findings.Count - MostLines} more; --json lists them all.");
        }

        terminal.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{file.File.ShortName} read as '{file.Mapping.Id}': {file.Read} rows, {file.NotAccepted} with an error."));
        terminal.Say(file.HasErrors ? "It would not be taken as it is." : "It can be taken.");
        return file.HasErrors ? Exit.Refused : Exit.Done;
    }
}

/// <summary>The JSON of <c>check</c>; see docs/json.md.</summary>
internal sealed record CheckJson(
    string File, string Verdict, string Code, string Message, string Mapping, long Rows, long Accepted, long NotAccepted,
    IReadOnlyList<FindingJson> Findings)
{
    public static CheckJson Of(string path, Result<CheckedFile> result) => result.Match(
        file =>
        {
            var worst = file.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error)
                ?? file.Findings.FirstOrDefault(finding => finding.Severity == Severity.Warning);
            return new CheckJson(
                path,
                file.HasErrors ? "REFUSE" : worst is null ? "ACCEPT" : "ACCEPT_WARN",
                worst?.Code ?? "",
                worst?.Message ?? "",
                file.Mapping.Id,
                file.Read,
                file.HasErrors ? 0 : file.Read,
                file.NotAccepted,
                [.. file.Findings.Select(FindingJson.Of)]);
        },
        refusal => new CheckJson(path, "REFUSE", RefusalCode.Of(refusal), refusal.Sentence, "", 0, 0, 0, []));
}

internal sealed record FindingJson(
    long Line, string Column, string Code, string Severity, string Value, string Message, long Rows)
{
    public static FindingJson Of(Finding finding) => new(
        finding.Line, finding.Column, finding.Code, finding.Severity.ToString().ToLowerInvariant(), finding.Value,
        finding.Message, finding.Rows);
}
