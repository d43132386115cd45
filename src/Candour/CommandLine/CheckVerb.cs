using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Candour.Intake;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.CommandLine;

/// <summary><c>candour check</c>: reads, maps and checks a file; writes nothing, and needs no workspace.</summary>
internal static class CheckVerb
{
    private const int MostLines = 20;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The file to check." };
        var mapping = Options.Text("--mapping", "The mapping of its source; found by its columns when not given.", "ID");
        var wishes = WishOptions.Create();
        var errors = Options.Text("--errors", "Write the file back with a column that says what is wrong in each row.", "OUT.csv");
        var workspace = Options.Workspace();
        var definitions = Options.Definitions();
        var json = Options.Json();
        var verb = new Command("check", "Read, map and check a file without taking it.")
        {
            file, mapping, wishes.Area, wishes.Answers, errors, workspace, definitions, json,
        };
        verb.SetAction(parsed => Run(
            Terminal.Console, parsed.GetValue(file)!, parsed.GetValue(mapping)!, wishes, parsed, parsed.GetValue(errors)!, parsed.GetValue(definitions)!,
            parsed.GetValue(json)));
        return verb;
    }

    private static int Run(
        Terminal terminal, string path, string mapping, WishOptions options, ParseResult parsed, string errors, string definitions, bool json)
    {
        ConfinedReading.Begin();
        if (!Home.DefinitionsFor(mapping, definitions).Try(out var catalogue, out var refusal) || !options.Read(parsed, catalogue).Try(out var wishes, out refusal))
        {
            return terminal.Refuse(refusal);
        }

        // Nothing is kept, so any key will do: it only has to be the same for every row.
        var passing = new Pseudonymiser("check", RandomNumberGenerator.GetBytes(32), "check");
        var result = SourceFile.Open(path).Then(file => Checking.Check(file, mapping, catalogue, passing, wishes));
        if (errors.Length > 0)
        {
            // Where the file was refused there is nothing to give back, and its refusal is said below.
            _ = result.Then(file => Returning.Write(file, wishes, errors));
        }

        if (json)
        {
            terminal.SayJson(CheckJson.Of(path, result));
            return result.Match(file => file.CanBeTaken ? Exit.Done : Exit.Refused, _ => Exit.Refused);
        }

        return result.Match(file => Say(terminal, file), terminal.Refuse);
    }

    private static int Say(Terminal terminal, CheckedFile file)
    {
        foreach (var question in file.Questions)
        {
            terminal.Say($"Question: {Where(question.Line, question.Column)}: {question.Sentence} Answer with --answer {question.Key}=… ({string.Join(", ", question.Choices)}). [{question.Code}]");
        }

        foreach (var finding in file.Findings.Take(MostLines))
        {
            terminal.Say($"{finding.Severity}: {Where(finding.Line, finding.Column)}: {finding.Message} [{finding.Code}]");
        }

        if (file.Findings.Count > MostLines)
        {
            terminal.Say($"… and {file.Counts.Values.Sum() - MostLines} more; --json lists them.");
        }

        terminal.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{file.File.ShortName} read as '{file.Mapping.Id}': {file.Read} rows, {file.NotAccepted} not accepted."));
        terminal.Say(file.Acceptance switch
        {
            Acceptance.Part when file.CanBeTaken => "It can be taken in part: the rows named above would stay in quarantine.",
            Acceptance.AfterAnswers => "It waits for the answers above.",
            _ when file.CanBeTaken => "It can be taken.",
            _ => "It would not be taken as it is.",
        });
        return file.CanBeTaken ? Exit.Done : Exit.Refused;
    }

    private static string Where(long line, string column) =>
        (line > 0 ? $"line {line}" : "file") + (column.Length > 0 ? $", {column}" : "");
}

/// <summary>The JSON of <c>check</c>; see docs/json.md.</summary>
internal sealed record CheckJson(
    string File, string Verdict, string Code, string Message, string Mapping, string Encoding, long Rows, long Accepted, long NotAccepted,
    IReadOnlyDictionary<string, long> Counts, IReadOnlyList<QuestionJson> Questions, IReadOnlyList<FindingJson> Findings)
{
    public static CheckJson Of(string path, Result<CheckedFile> result) => result.Match(
        file =>
        {
            var findings = file.Questions.Select(question => new FindingJson(
                    question.Line, question.Column, question.Code, "error", "", question.Sentence, 1))
                .Concat(file.Findings.Select(FindingJson.Of)).ToList();
            var worst = findings.Find(finding => finding.Severity == "error") ?? findings.Find(finding => finding.Severity == "warning");
            return new CheckJson(
                path, VerdictOf(file.Acceptance), worst?.Code ?? "", worst?.Message ?? "", file.Mapping.Id, file.Form.Encoding,
                file.Read, file.Accepted, file.Acceptance == Acceptance.AfterAnswers ? 0 : file.NotAccepted, file.Counts,
                [.. file.Questions.Select(question => new QuestionJson(question.Code, question.Key, question.Choices, question.Sentence))], findings);
        },
        refusal => new CheckJson(
            path, VerdictOf(Acceptance.Refused), RefusalCode.Of(refusal), refusal.Sentence, "", "", 0, 0, 0, new Dictionary<string, long>(), [],
            [
                new FindingJson(
                    (refusal as FileRefusal)?.Line ?? 0, (refusal as FileRefusal)?.Column ?? "", RefusalCode.Of(refusal), "error", "", refusal.Sentence, 1),
            ]));

    public static string VerdictOf(Acceptance acceptance) => acceptance switch
    {
        Acceptance.Whole => "ACCEPT",
        Acceptance.WholeWithWarnings => "ACCEPT_WARN",
        Acceptance.Part => "ROWS",
        Acceptance.AfterAnswers => "NEEDS_DECISION",
        _ => "REFUSE",
    };
}

/// <summary>A question about a file, and how it is answered.</summary>
internal sealed record QuestionJson(string Code, string Key, IReadOnlyList<string> Choices, string Message);

internal sealed record FindingJson(
    long Line, string Column, string Code, string Severity, string Value, string Message, long Rows)
{
    public static FindingJson Of(Finding finding) => new(
        finding.Line, finding.Column, finding.Code, finding.Severity.ToString().ToLowerInvariant(), finding.Value,
        finding.Message, finding.Rows);
}
