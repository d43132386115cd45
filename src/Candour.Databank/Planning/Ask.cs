using Candour.Definitions;

namespace Candour.Databank.Planning;

/// <summary>The days between two dates of a row, and until when an undecided row was seen open.</summary>
/// <param name="From">The date that starts the clock.</param>
/// <param name="To">The date that stops it.</param>
/// <param name="OpenUntil">The last day on which an open row was known to be open; empty where no row can be open.</param>
public sealed record DayField(string From, string To, string OpenUntil)
{
    /// <summary>The fields that it is made of.</summary>
    public IEnumerable<string> Fields => new[] { From, To, OpenUntil }.Where(one => one.Length > 0);

    public override string ToString() => OpenUntil.Length == 0 ? $"{From}..{To}" : $"{From}..{To}|{OpenUntil}";
}

/// <summary>
/// One thing asked of a row, answered by yes or no alone: three verdicts become two once it is said whether a row that
/// cannot say is taken. The private constructor closes the hierarchy.
/// </summary>
public abstract record Ask
{
    private Ask()
    {
    }

    /// <summary>As one canonical text: equal texts ask the same.</summary>
    public abstract string Text { get; }

    /// <summary>The fields that are looked at.</summary>
    public abstract IEnumerable<string> Fields { get; }

    /// <summary>A test holds; or, where so asked, may hold for all the row says.</summary>
    public sealed record Holds(Test Test, bool OrCannotSay) : Ask
    {
        public override string Text => OrCannotSay ? $"maybe {TestText.Of(Test)}" : TestText.Of(Test);

        public override IEnumerable<string> Fields => Test.Fields;
    }

    /// <summary>A row has both ends of a day field, in order: it was decided, or, where so asked, is still open.</summary>
    public sealed record Waited(DayField Days, bool OrIsOpen) : Ask
    {
        public override string Text => OrIsOpen ? $"waited {Days}" : $"decided {Days}";

        public override IEnumerable<string> Fields => Days.Fields;
    }
}

/// <summary>The rows that answer every one of some asks with yes; no asks is every row.</summary>
public sealed record Selection
{
    private Selection(IReadOnlyList<Ask> asks) =>
        (Asks, Text) = (asks, asks.Count == 0 ? "every row" : string.Join("; ", asks.Select(ask => ask.Text)));

    public static Selection Everything { get; } = new([]);

    /// <summary>In the order of their texts, each once.</summary>
    public IReadOnlyList<Ask> Asks { get; }

    /// <summary>As one canonical text: equal texts select the same rows.</summary>
    public string Text { get; }

    /// <summary>The fields that are looked at.</summary>
    public IEnumerable<string> Fields => Asks.SelectMany(ask => ask.Fields);

    /// <summary>The rows of this selection that answer further asks too.</summary>
    public Selection And(IEnumerable<Ask> further)
    {
        var all = Asks.Concat(further).ToList();
        // A row that answers a test of one field has that field, and then can say whatever else is asked of it.
        var recorded = all.Select(FieldThatMustBeThere).ToHashSet();
        var settled = all.Select(ask => ask is Ask.Holds { OrCannotSay: true, Test: FieldTest or NumberTest } may
            && recorded.Contains(may.Test.Fields[0]) ? may with { OrCannotSay = false } : ask);
        return new([.. settled.DistinctBy(ask => ask.Text).OrderBy(ask => ask.Text, StringComparer.Ordinal)]);
    }

    private static string FieldThatMustBeThere(Ask ask) => ask switch
    {
        Ask.Holds { OrCannotSay: false, Test: FieldTest { Kind: not TestKind.Missing } field } => field.Field,
        Ask.Holds { OrCannotSay: false, Test: NumberTest number } => number.Field,
        _ => "",
    };

    public bool Equals(Selection? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
