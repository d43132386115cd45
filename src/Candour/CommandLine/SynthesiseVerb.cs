using System.CommandLine;
using System.Globalization;
using Candour.Kernel;
using Candour.Store;
using Candour.Synthesis;
using Candour.Synthesis.Planted;

namespace Candour.CommandLine;

/// <summary>A number of crimes that the recipe cannot make.</summary>
internal sealed record CrimesOutOfRange(int Crimes) : Refusal(
    $"{Crimes} crimes cannot be made: ask for 1 to {SyntheticNation.MostCrimes}.");

/// <summary><c>candour synthesise</c>: writes the files of an invented nation, one for each dataset.</summary>
internal static class SynthesiseVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "Where the files are written (the folder 'synthetic' of the workspace when not given).",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "",
        };
        var workspace = Options.Workspace();
        var crimes = new Option<int>("--crimes")
        {
            Description = "How many crimes.", HelpName = "N", DefaultValueFactory = _ => SyntheticNation.DefaultCrimes,
        };
        var seed = new Option<int>("--seed")
        {
            Description = "Another seed is another nation; the same seed is the same one, byte for byte.",
            HelpName = "S",
            DefaultValueFactory = _ => SyntheticNation.DefaultSeed,
        };
        var messy = new Option<bool>("--messy")
        {
            Description = "Also make files with faults, in a folder 'messy' of their own: import them one by one.",
        };
        var verb = new Command("synthesise", "Make a synthetic nation, labelled so in every row.")
        {
            folder, crimes, seed, messy, workspace,
        };
        verb.SetAction(parsed => Run(
            Terminal.Console, parsed.GetValue(folder)!, parsed.GetValue(workspace)!, parsed.GetValue(crimes),
            parsed.GetValue(seed), parsed.GetValue(messy)));
        return verb;
    }

    /// <summary>Where the files of a workspace's own synthetic nation lie.</summary>
    public static string FolderOf(string workspace) => Path.Combine(workspace, "synthetic");

    private static int Run(Terminal terminal, string named, string workspace, int crimes, int seed, bool messy)
    {
        if (named.Length == 0 && !Workspace.Exists(workspace))
        {
            return terminal.Refuse(new NoWorkspace(workspace));
        }

        if (crimes is < 1 or > SyntheticNation.MostCrimes)
        {
            return terminal.Refuse(new CrimesOutOfRange(crimes));
        }

        var folder = named.Length > 0 ? named : FolderOf(workspace);
        var manifest = SyntheticNation.Write(folder, crimes, seed);
        terminal.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{crimes} synthetic crimes and what follows from them (seed {seed}) are in {folder}: {manifest.Files.Count} files, {manifest.Files.Sum(file => file.Rows)} rows."));
        terminal.Say($"What was planted in them is in {SyntheticNation.AnswerKeyFile}.");
        if (messy)
        {
            terminal.Say($"{MessyFiles.Write(folder).Count} files with faults are in {Path.Combine(folder, MessyFiles.FolderName)}.");
        }

        terminal.Say("No row describes a real person.");
        return Exit.Done;
    }
}
