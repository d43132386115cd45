using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.Intake.Joining;

/// <summary>
/// What one joined table adds to the rows that have its keys. It is held in memory, up to a bound; keys are held as their hashes and
/// equal values once, so that a table takes about 100 bytes a key.
/// </summary>
internal sealed class JoinedTable(JoinRule rule, string name, DateWriting order, Joins nested)
{
    /// <summary>The most memory that one table takes, as it is estimated.</summary>
    public const long MostBytes = 256L * 1024 * 1024;

    private const int BytesOfAKey = 96;
    private const int BytesOfACell = 16;
    private const int BytesOfAText = 56;

    /// <summary>Several rows say different things where one thing was to be said.</summary>
    private static readonly Cell Differing = new("\0");

    private readonly Dictionary<UInt128, Held> byKey = [];
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private long bytes;
    private long withoutMatch;

    private sealed record Held(Cell[] Cells)
    {
        public bool IsUsed { get; set; }
    }

    public JoinRule Rule => rule;

    /// <summary>What is joined to its own rows.</summary>
    public Joins Nested => nested;

    /// <summary>How many rows it has.</summary>
    public long Rows { get; private set; }

    /// <summary>True when it holds as much as it may.</summary>
    public bool IsFull => bytes > MostBytes;

    /// <summary>Adds a row of the table; false when it is the second one where there may be one.</summary>
    public bool Add(IReadOnlyList<string> key, Func<string, Cell> at)
    {
        Rows++;
        var hash = KeyHash.Of(key);
        if (!byKey.TryGetValue(hash, out var held))
        {
            byKey[hash] = held = new Held(new Cell[rule.Adds.Count]);
            bytes += BytesOfAKey + (BytesOfACell * rule.Adds.Count);
        }

        for (var i = 0; i < rule.Adds.Count; i++)
        {
            var add = rule.Adds[i];
            if (add.Where.Length > 0 && !add.Values.Contains(at(add.Where).Text.Trim()))
            {
                continue;
            }

            var value = add.Of.Length > 0 ? Shared(at(add.Of)) : new Cell("");
            if (add.Take == JoinTake.One && held.Cells[i].Text is not null)
            {
                return false;
            }

            held.Cells[i] = Together(add.Take, held.Cells[i], value);
        }

        return true;
    }

    /// <summary>The cells it adds to a row with this key; what "none" means where no row of the table has it.</summary>
    public IEnumerable<Cell> For(IReadOnlyList<string> key)
    {
        var held = key.Any(part => part.Length > 0) ? byKey.GetValueOrDefault(KeyHash.Of(key)) : null;
        if (held is not null)
        {
            held.IsUsed = true;
        }
        else if (key.Any(part => part.Length > 0))
        {
            withoutMatch++;
        }

        for (var i = 0; i < rule.Adds.Count; i++)
        {
            yield return held is { } found && found.Cells[i].Text is not null
                ? found.Cells[i] == Differing ? Cell.Empty : found.Cells[i]
                : rule.Adds[i].Take switch { JoinTake.Count => new Cell("0"), JoinTake.Any => new Cell("N"), _ => Cell.Empty };
        }
    }

    /// <summary>What must be told when all rows have had what is theirs: keys on one side that the other does not have.</summary>
    public IEnumerable<Finding> Findings()
    {
        var unused = byKey.Values.Count(held => !held.IsUsed);
        if (unused > 0 && !rule.IsLookup)
        {
            yield return new Finding(
                "JOIN_UNMATCHED", Severity.Warning, 0, string.Join(", ", rule.Here), "",
                $"{unused} keys of {name} belong to no row of this file; what they say is counted nowhere.", unused);
        }

        if (withoutMatch > 0 && rule.IsLookup)
        {
            yield return new Finding(
                "JOIN_NO_MATCH", Severity.Warning, 0, string.Join(", ", rule.Here), "",
                $"{withoutMatch} rows have a key that {name} does not have; what it would say is missing on them.", withoutMatch);
        }

        foreach (var finding in nested.Findings())
        {
            yield return finding;
        }

        yield return new Finding("JOINED", Severity.Note, 0, string.Join(", ", rule.Here), "", $"{Rows} rows of {name} were joined.", Rows);
    }

    private Cell Together(JoinTake take, Cell before, Cell value) => take switch
    {
        JoinTake.Any => new Cell("Y"),
        JoinTake.Count => new Cell(Shared(JoinedNumber.Next(before.Text))),
        JoinTake.Sum => JoinedNumber.Sum(before, value),
        JoinTake.Same when before.Text is null || before == value => value,
        JoinTake.Same => Differing,
        JoinTake.Earliest => JoinedDay.Earliest(before, value, order),
        JoinTake.Latest => JoinedDay.Latest(before, value, order),
        _ => value,
    };

    private Cell Shared(Cell cell) => cell with { Text = Shared(cell.Text.Trim()) };

    private string Shared(string text)
    {
        if (texts.TryGetValue(text, out var same))
        {
            return same;
        }

        bytes += BytesOfAText + (2 * text.Length);
        return texts[text] = text;
    }
}
