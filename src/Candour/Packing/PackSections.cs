using Candour.Packs;
using Candour.Readings;
using Candour.Readings.Charts;
using Candour.Store.Packs;

namespace Candour.Packing;

/// <summary>A section of a pack.</summary>
/// <param name="Anchor">Its name in a link.</param>
/// <param name="Heading">As it is read.</param>
/// <param name="Blocks">What stands in it, in order.</param>
internal sealed record PackSection(string Anchor, string Heading, IReadOnlyList<PackBlock> Blocks);

/// <summary>A part of a section: what is said, and not how a format writes it.</summary>
internal abstract record PackBlock
{
    private PackBlock()
    {
    }

    /// <summary>A paragraph.</summary>
    internal sealed record Words(string Text) : PackBlock;

    /// <summary>A numbered list.</summary>
    internal sealed record Numbered(IReadOnlyList<string> Items) : PackBlock;

    /// <summary>Something that stands out, with its drawing, its short table and what people wrote about it.</summary>
    /// <param name="Of">What stands out.</param>
    /// <param name="Latest">The table beside the drawing; absent for a check.</param>
    /// <param name="Whole">Where the rest of the table is; empty when the table is whole.</param>
    internal sealed record Point(PackPoint Of, ChartTable? Latest, string Whole) : PackBlock;

    /// <summary>Sentences that people wrote.</summary>
    internal sealed record Commentary(IReadOnlyList<PackSentence> Sentences) : PackBlock;

    /// <summary>A table; its first column names the row.</summary>
    internal sealed record Table(string Id, string Caption, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<PackCell>> Rows) : PackBlock;

    /// <summary>Names, each with what it means, line by line.</summary>
    internal sealed record Entries(IReadOnlyList<(string Name, IReadOnlyList<string> Lines)> Of) : PackBlock;
}

/// <summary>A cell of a table.</summary>
/// <param name="Text">As it is read.</param>
/// <param name="Cites">The figure whose reference it is; none for other words.</param>
internal sealed record PackCell(string Text, Reading? Cites = null);

/// <summary>
/// What a pack says, section by section: its page, the offline pack, the PDF and the document all write these sections in this order.
/// What is long stands in the tables that are taken away, and each place says where.
/// </summary>
internal static class PackSections
{
    public static IReadOnlyList<PackSection> Of(Pack pack) =>
    [
        new("five-things", "Five things to say", [new PackBlock.Numbered(pack.FiveThings)]),
        .. PackWords.Kinds.Select(kind => new PackSection(Anchor(kind.Kind), kind.Heading, [.. Exceptions(pack, kind.Kind, kind.None)])),
        .. pack.Unplaced.Count == 0 ? Array.Empty<PackSection>()
            : [new("unplaced", "Commentary on what no longer stands out", [new PackBlock.Commentary(pack.Unplaced)])],
        new("every-measure", "Every measure", [new PackBlock.Words(PackWords.AllFigures(pack)), Measures(pack)]),
        new("every-check", "Every check of the data", [Checks(pack)]),
        new("definitions", "Definitions", [new PackBlock.Words(PackWords.AllDefinitions), new PackBlock.Entries([.. pack.Definitions.Select(one => (one.Measure.Title, one.InShort))])]),
        new("how-to-read", "How to read it", [new PackBlock.Words(PackWords.HowToRead)]),
    ];

    private static IEnumerable<PackBlock> Exceptions(Pack pack, ExceptionKind kind, string none)
    {
        var own = pack.Exceptions.Where(one => one.Kind == kind).ToList();
        if (kind == ExceptionKind.Disparity || own.Count == 0)
        {
            yield return new PackBlock.Words(kind == ExceptionKind.Disparity ? pack.Groups : none);
        }

        foreach (var one in own)
        {
            var table = one.ShortTable;
            yield return new PackBlock.Point(
                one, table, table is null || table.Rows.Count == one.Chart!.Table.Rows.Count ? "" : PackWords.Whole(table.Rows.Count, one.Chart.Table.Rows.Count));
        }
    }

    private static PackBlock.Table Measures(Pack pack) => new(
        "measures", $"{pack.Title}: every measure, in the order of their titles", ["Measure", "In the period", "Over time", "Definition and reference"],
        [
            .. pack.Measures.Select(one => (IReadOnlyList<PackCell>)
            [
                new(one.Measure.Title), new(PackWords.Of(one.Reading)), new(PackWords.Judged(one)), new(one.Reading.Reference.ToString(), one.Reading),
            ]),
        ]);

    private static PackBlock.Table Checks(Pack pack) => new(
        "checks", "What each check found among the rows of the area and period", ["Check", "Found", "Code"],
        [.. pack.Checks.Select(one => (IReadOnlyList<PackCell>)[new(one.Check.Title), new(one.InWords), new(one.Check.Id)])]);

    private static string Anchor(ExceptionKind kind) => kind switch
    {
        ExceptionKind.Signal => "signals",
        ExceptionKind.Disparity => "groups",
        _ => "failed-checks",
    };
}
