using System.Globalization;
using System.Text.Json;
using Candour.Kernel;

namespace Candour.CommandLine;

/// <summary>Where a verb writes: results to standard output, progress and refusals to standard error.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool errorIsTerminal)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Terminal Console { get; } =
        new(System.Console.Out, System.Console.Error, !System.Console.IsErrorRedirected);

    public void Say(string text) => output.WriteLine(text);

    public void SayJson<T>(T value) => output.WriteLine(JsonSerializer.Serialize(value, Json));

    public int Refuse(Refusal refusal)
    {
        // A file's name may hold control signs; a terminal must not obey them.
        error.WriteLine(string.Concat(refusal.Sentence.Select(sign => char.IsControl(sign) && sign != '\n' ? '?' : sign)));
        return Exit.Refused;
    }

    /// <summary>A step of a long verb, as a line of its own.</summary>
    public void Step(string text) => error.WriteLine(text);

    /// <summary>
    /// Progress of a long step: one line that changes in a terminal, a plain line for every tenth part in a log.
    /// </summary>
    public IProgress<(int Done, int Of)> Progress(string what) => new Line(error, errorIsTerminal, what);

    private sealed class Line(TextWriter error, bool isTerminal, string what) : IProgress<(int Done, int Of)>
    {
        private int said = -1;

        public void Report((int Done, int Of) value)
        {
            var tenth = value.Of == 0 ? 10 : value.Done * 10 / value.Of;
            var text = string.Create(CultureInfo.InvariantCulture, $"{what}: {value.Done} of {value.Of}");
            if (isTerminal)
            {
                error.Write($"\r{text}{(value.Done == value.Of ? "\n" : "")}");
            }
            else if (tenth > said)
            {
                said = tenth;
                error.WriteLine(text);
            }
        }
    }
}
