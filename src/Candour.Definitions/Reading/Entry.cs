using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Candour.Definitions.Reading;

/// <summary>
/// One node of a definition file, read strictly: what is asked for and absent, and what is present and never asked for,
/// are problems with line and column. Reading goes on after a problem, so that a person sees all of them at once.
/// </summary>
internal sealed class Entry
{
    private readonly YamlNode node;
    private readonly ProblemList problems;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private Entry(YamlNode node, ProblemList problems) => (this.node, this.problems) = (node, problems);

    public long Line => node.Start.Line;

    public long Column => node.Start.Column;

    /// <summary>Parses one file; the root must be a mapping of keys.</summary>
    public static Entry? Root(string text, ProblemList problems)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
            {
                return new Entry(root, problems);
            }

            problems.Add(1, 1, "A definition file is one YAML mapping of keys and values.");
        }
        catch (YamlException broken)
        {
            problems.Add(broken.Start.Line, broken.Start.Column, "This is not well-formed YAML: " + Reason(broken));
        }
        catch (InvalidOperationException)
        {
            // The scanner's other way of saying the same, for a bracket that is never closed.
            var at = parser.Current?.End ?? Mark.Empty;
            problems.Add(at.Line, at.Column, "This is not well-formed YAML: a bracket or a quotation mark is not closed.");
        }

        return null;
    }

    /// <summary>How many problems its file has so far.</summary>
    public int ProblemCount => problems.Count;

    public void Problem(string sentence) => problems.Add(Line, Column, sentence);

    /// <summary>The value of a key, for a problem that is found only later; this node when the key is absent.</summary>
    public Entry At(string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var child)
            ? new Entry(child, problems)
            : this;

    /// <summary>Whether the key is there at all; it counts as asked for.</summary>
    public bool Has(string key) => Child(key, required: false) is not null;

    /// <summary>A list of lists of texts; empty when the key is absent.</summary>
    public IReadOnlyList<IReadOnlyList<string>> TextLists(string key) =>
        [.. Items(key, required: false).Select(item => item.WordOrList(key))];

    /// <summary>The text of a required key; empty, with a problem, when it is absent.</summary>
    public string Text(string key) => Child(key, required: true) is { } child ? child.Scalar(key) : "";

    /// <summary>The text of an optional key; empty when it is absent.</summary>
    public string TextOrEmpty(string key) => Child(key, required: false) is { } child ? child.Scalar(key) : "";

    public int Number(string key, int whenAbsent)
    {
        var child = Child(key, required: false);
        return child is null ? whenAbsent
            : child.Whole(key) is { } number ? (int)number
            : whenAbsent;
    }

    /// <summary>A list of whole numbers; empty when the key is absent.</summary>
    public IReadOnlyList<int> Numbers(string key) =>
        [.. Items(key, required: false).Select(item => item.Whole(key) is { } number ? (int)number : 0)];

    public int Number(string key) => Child(key, required: true)?.Whole(key) is { } number ? (int)number : 0;

    public double Decimal(string key)
    {
        if (Child(key, required: true) is not { } child)
        {
            return 0;
        }

        if (double.TryParse(child.Scalar(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        child.Problem($"'{key}' must be a number.");
        return 0;
    }

    public bool Flag(string key, bool whenAbsent = false)
    {
        if (Child(key, required: false) is not { } child)
        {
            return whenAbsent;
        }

        var text = child.Scalar(key);
        if (text is not ("true" or "false"))
        {
            child.Problem($"'{key}' must be true or false.");
        }

        return text == "true";
    }

    public DateOnly Date(string key)
    {
        if (Child(key, required: true) is not { } child)
        {
            return default;
        }

        if (DateOnly.TryParseExact(child.Scalar(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        child.Problem($"'{key}' must be a date written yyyy-mm-dd.");
        return default;
    }

    /// <summary>The date of an optional key.</summary>
    public DateOnly Date(string key, DateOnly whenAbsent) => Has(key) ? Date(key) : whenAbsent;

    /// <summary>The number of an optional key.</summary>
    public decimal Exact(string key, decimal whenAbsent)
    {
        if (Child(key, required: false) is not { } child)
        {
            return whenAbsent;
        }

        if (decimal.TryParse(child.Scalar(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        child.Problem($"'{key}' must be a number.");
        return whenAbsent;
    }

    /// <summary>One of a closed list of words, for a key that may be absent.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> choices, T whenAbsent) =>
        Has(key) ? Choice(key, choices) : whenAbsent;

    /// <summary>One of a closed list of words.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
    {
        if (Child(key, required: true) is { } child)
        {
            if (choices.TryGetValue(child.Scalar(key), out var choice))
            {
                return choice;
            }

            child.Problem($"'{key}' must be one of {string.Join(", ", choices.Keys)}.");
        }

        return choices.Values.First();
    }

    /// <summary>A required nested mapping.</summary>
    public Entry? Section(string key) => Child(key, required: true)?.AsMapping(key);

    public Entry? SectionOrAbsent(string key) => Child(key, required: false)?.AsMapping(key);

    /// <summary>A list of nested mappings; empty when an optional key is absent.</summary>
    public IReadOnlyList<Entry> Sections(string key, bool required = true) =>
        [.. Items(key, required).Select(item => item.AsMapping(key)).OfType<Entry>()];

    /// <summary>A list of texts; empty when an optional key is absent.</summary>
    public IReadOnlyList<string> Texts(string key, bool required = false) =>
        [.. Items(key, required).Select(item => item.Scalar(key))];

    /// <summary>One text or a list of texts, of a required key.</summary>
    public IReadOnlyList<string> Words(string key) => Child(key, required: true)?.WordOrList(key) ?? [];

    /// <summary>Keys chosen by the author (field names), each with its value; every key counts as asked for.</summary>
    public IReadOnlyList<KeyValuePair<string, Entry>> Pairs()
    {
        var pairs = new List<KeyValuePair<string, Entry>>();
        foreach (var (key, value) in Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            asked.Add(name);
            pairs.Add(new(name, new Entry(value, problems)));
        }

        return pairs;
    }

    /// <summary>This node as a list of texts, or as a single word.</summary>
    public IReadOnlyList<string> WordOrList(string key) => node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(child => new Entry(child, problems).Scalar(key))],
        _ => [Scalar(key)],
    };

    /// <summary>This node as a list of nodes; a problem when it is none.</summary>
    public IReadOnlyList<Entry> Elements(string key)
    {
        if (node is YamlSequenceNode list)
        {
            return [.. list.Children.Select(item => new Entry(item, problems)).Select(item => item.AsMapping(key)).OfType<Entry>()];
        }

        Problem($"'{key}' must be a list.");
        return [];
    }

    public bool IsList => node is YamlSequenceNode;

    public bool IsMapping => node is YamlMappingNode;

    /// <summary>Call last: every key that nothing asked for is a problem.</summary>
    public void NothingElse()
    {
        foreach (var (key, _) in Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!asked.Contains(name))
            {
                problems.Add(
                    key.Start.Line,
                    key.Start.Column,
                    $"'{name}' is not a key here; the keys are {string.Join(", ", asked.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    public string Scalar(string key)
    {
        if (node is YamlScalarNode { Value: { } value })
        {
            return value;
        }

        Problem($"'{key}' must be a single value.");
        return "";
    }

    private IEnumerable<KeyValuePair<YamlNode, YamlNode>> Children => node is YamlMappingNode mapping ? mapping.Children : [];

    private long? Whole(string key)
    {
        if (int.TryParse(Scalar(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        Problem($"'{key}' must be a whole number.");
        return null;
    }

    private List<Entry> Items(string key, bool required)
    {
        if (Child(key, required) is not { } child)
        {
            return [];
        }

        if (child.node is YamlSequenceNode list)
        {
            return [.. list.Children.Select(item => new Entry(item, problems))];
        }

        child.Problem($"'{key}' must be a list.");
        return [];
    }

    private Entry? AsMapping(string key)
    {
        if (node is YamlMappingNode)
        {
            return this;
        }

        Problem($"'{key}' must hold keys and values.");
        return null;
    }

    private Entry? Child(string key, bool required)
    {
        asked.Add(key);
        if (node is not YamlMappingNode mapping)
        {
            // Said once, whatever else is asked for.
            if (asked.Count == 1)
            {
                Problem("This must hold keys and values.");
            }

            return null;
        }

        if (mapping.Children.TryGetValue(new YamlScalarNode(key), out var child))
        {
            return new Entry(child, problems);
        }

        if (required)
        {
            Problem($"The key '{key}' is missing.");
        }

        return null;
    }

    private static string Reason(YamlException broken)
    {
        var message = broken.InnerException?.Message ?? broken.Message;
        var end = message.IndexOf("): ", StringComparison.Ordinal);
        return (end < 0 ? message : message[(end + 3)..]).TrimEnd('.') + ".";
    }
}
