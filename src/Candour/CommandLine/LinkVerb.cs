using System.CommandLine;
using System.Globalization;
using Candour.Intake.Linking;
using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;

namespace Candour.CommandLine;

/// <summary>One dataset was named where two, or none, are.</summary>
internal sealed record NamesTwoOrNone() : Refusal("Name two datasets to link, or none to see what was linked.");

/// <summary><c>candour link</c>: how two datasets are linked by their pseudonyms, and how well; recorded.</summary>
internal static class LinkVerb
{
    public static Command Create()
    {
        var datasets = new Argument<string[]>("DATASET") { Description = "Two datasets; none lists what was linked.", Arity = new ArgumentArity(0, 2) };
        var workspace = Options.Workspace();
        var definitions = Options.Definitions();
        var verb = new Command("link", "Say how well two datasets are linked by the pseudonyms that both hold.") { datasets, workspace, definitions };
        verb.SetAction((parsed, cancellation) => RunAsync(
            Terminal.Console, parsed.GetValue(datasets)!, parsed.GetValue(workspace)!, parsed.GetValue(definitions)!, cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(Terminal terminal, string[] datasets, string workspace, string definitions, CancellationToken cancellation)
    {
        await Task.Yield();
        if (!OpenWorkspace.ForFiles("", workspace, definitions).Try(out var open, out var refusal) || !open.Key().Try(out var key, out refusal))
        {
            return terminal.Refuse(refusal);
        }

        var store = open.Workspace.Store;
        if (datasets.Length == 0)
        {
            store.Links().ToList().ForEach(link => Say(terminal, link));
            return Exit.Done;
        }

        if (datasets is not [var first, var second])
        {
            return terminal.Refuse(new NamesTwoOrNone());
        }

        if (!(await LinkCounting.CountAsync(open.Workspace, open.Catalogue, first, second, cancellation)).Try(out var counts, out refusal))
        {
            return terminal.Refuse(refusal);
        }

        var links = counts.Select(count => new LinkRecord(
            Secret.NewId(), first, second, count.Namespace, LinkCounting.Method, key.KeyId, key.LinkDomain, count.OnlyOne, count.Both, count.OnlyOther)).ToList();
        store.RecordLinks(links, new AuditEntry(Here.Now, Here.Who, "link", $"{first} {second}", key.LinkDomain, LinkCounting.Method));
        links.ForEach(link => Say(terminal, link));
        return Exit.Done;
    }

    private static void Say(Terminal terminal, LinkRecord link) => terminal.Say(string.Create(
        CultureInfo.InvariantCulture,
        $"{link.Namespace}: {link.Both} in both '{link.One}' and '{link.Other}', {link.OnlyOne} only in the first, {link.OnlyOther} only in the second; "
        + $"by {link.Method}, link domain {link.LinkDomain}, key {link.KeyId}"));
}
