using System.CommandLine;
using System.Text;
using Candour.Intake.Templates;
using Candour.Kernel;
using Candour.Store;

namespace Candour.CommandLine.Defining;

/// <summary>There is no dataset of that name.</summary>
internal sealed record NoSuchDataset(string Name) : Refusal(
    $"There is no dataset '{Name}': see 'candour definitions list datasets'.");

/// <summary><c>candour definitions template</c>: the files that an office would fill in for a dataset.</summary>
internal static class TemplateVerb
{
    public static Command Create()
    {
        var dataset = new Argument<string>("DATASET") { Description = "The dataset." };
        var folder = new Argument<string>("DIR")
        {
            Description = "Where the files are written (here when not given).",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => ".",
        };
        var definitions = Options.Definitions();
        var verb = new Command("template", "Write a workbook and a table for a dataset, with its codes, an example row and a mapping.")
        {
            dataset, folder, definitions,
        };
        verb.SetAction(parsed => Run(
            Terminal.Console, parsed.GetValue(dataset)!, parsed.GetValue(folder)!, parsed.GetValue(definitions)!));
        return verb;
    }

    private static int Run(Terminal terminal, string dataset, string folder, string definitions) => Home.Definitions(definitions).Then<TemplateSheet>(
        catalogue => catalogue.Datasets.TryGetValue(dataset, out var found)
            ? new Result<TemplateSheet>.Accepted(TemplateSheet.Of(found, catalogue))
            : new NoSuchDataset(dataset)).Match(
        sheet =>
        {
            Directory.CreateDirectory(folder);
            (string Name, byte[] Content)[] files =
            [
                ($"{dataset}.xlsx", TemplateWorkbook.Write(sheet)),
                ($"{dataset}.csv", Encoding.UTF8.GetBytes(TemplateText.Table(sheet))),
                ($"{dataset}-codes.csv", Encoding.UTF8.GetBytes(TemplateText.Codes(sheet))),
                ($"{TemplateText.IdOf(sheet)}.yaml", Encoding.UTF8.GetBytes(TemplateText.Mapping(sheet))),
            ];
            foreach (var (name, content) in files)
            {
                WholeFile.Write(Path.Combine(folder, name), content);
                terminal.Say(Path.Combine(folder, name));
            }

            terminal.Say("The second line of the table is an example: write your own rows over it.");
            return Exit.Done;
        },
        terminal.Refuse);
}
