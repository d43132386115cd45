using System.CommandLine;
using Candour.CommandLine.Auditing;
using Candour.CommandLine.Closing;
using Candour.CommandLine.Defining;
using Candour.CommandLine.Evidencing;
using Candour.CommandLine.Keeping;
using Candour.CommandLine.Packs;
using Candour.CommandLine.Requests;
using Candour.Kernel;

namespace Candour.CommandLine;

/// <summary>An empty word, which would quietly mean "everything": most likely a variable of a script that was never set.</summary>
internal sealed record WordIsEmpty() : Refusal(
    "One of the words is empty, so a name was probably left out: say it, or leave out its option too.");

/// <summary>The verbs of the one executable.</summary>
internal static class CommandTree
{
    public static RootCommand Create() => new("Candour turns case records into honest evidence, evidence into decisions, and decisions into public account.")
    {
        InitVerb.Create(),
        AuditVerb.Create(),
        BackupVerb.Create(),
        RestoreVerb.Create(),
        RetentionVerb.Create(),
        EraseVerb.Create(),
        CheckVerb.Create(),
        ImportVerb.Create(),
        ReceiptVerb.Create(),
        WithdrawVerb.Create(),
        LocateVerb.Create(),
        LinkVerb.Create(),
        SnapshotVerb.Create(),
        ComputeVerb.Create(),
        DefinitionsVerb.Create(),
        PlanVerb.Create(),
        MeasuresVerb.Create(),
        FigureVerb.Create(),
        CloseVerb.Create(),
        CompareVerb.Create(),
        PackVerb.Create(),
        EvidenceVerb.Create(),
        RequestsVerb.Create(),
        ReproduceVerb.Create(),
        ServeVerb.Create(),
        DemoVerb.Create(),
        SynthesiseVerb.Create(),
    };

    /// <summary>Runs a command line; words that are no command are a refusal too.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        if (words.Any(string.IsNullOrWhiteSpace))
        {
            return Terminal.Console.Refuse(new WordIsEmpty());
        }

        // A word that begins with @ is a name like any other: the contents of a file are never taken for words.
        var parsed = Create().Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Say 'candour --help' or 'candour VERB --help' for what can be said.");
            return Exit.Refused;
        }

        return await Edge.RunAsync(
            () => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
    }
}
