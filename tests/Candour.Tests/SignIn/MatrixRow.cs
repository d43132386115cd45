using System.Net;
using Candour.Access;

namespace Candour.Tests.SignIn;

/// <summary>One row of the reviewed table: a request, and what each role must get.</summary>
/// <param name="Route">The endpoint's pattern.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Address">What is asked; {own} and {other} name areas, datasets and records of the fixture.</param>
/// <param name="Form">The page whose form is sent.</param>
/// <param name="Fields">What is sent.</param>
/// <param name="Expected">For each role: open, sign-in, confirm, nothing, refused, withheld.</param>
public sealed record MatrixRow(
    string Route, string Method, string Address, string Form, IReadOnlyDictionary<string, string> Fields,
    IReadOnlyDictionary<Role, string> Expected)
{
    public static IReadOnlyList<MatrixRow> Read(string path)
    {
        var lines = File.ReadAllLines(path).Where(line => line.Length > 0 && line[0] != '#').ToList();
        var roles = lines[0].Split(';').Skip(5).Select(Enum.Parse<Role>).ToList();
        return
        [
            .. lines.Skip(1).Select(line => line.Split(';')).Select(cells => new MatrixRow(
                cells[0], cells[1], cells[2], cells[3].Length > 0 ? cells[3] : cells[2],
                cells[4].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
                    .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1])),
                roles.Zip(cells.Skip(5)).ToDictionary(pair => pair.First, pair => pair.Second))),
        ];
    }

    /// <summary>What an answer amounts to.</summary>
    public static string Kind(Answered answer) => answer.Status switch
    {
        HttpStatusCode.NotFound => "nothing",
        HttpStatusCode.Unauthorized => "sign-in",
        HttpStatusCode.OK when answer.Text.StartsWith('{') && answer.Text.Contains("\"why\":\"" + Candour.Readings.Seeing.Seen.NothingToSee, StringComparison.Ordinal) => "withheld",
        HttpStatusCode.Redirect when answer.Location.StartsWith("/sign-in?then", StringComparison.Ordinal) => "sign-in",
        HttpStatusCode.Redirect when answer.Location.StartsWith("/confirm?then", StringComparison.Ordinal) => "confirm",
        HttpStatusCode.Redirect => "open",
        HttpStatusCode.BadRequest or HttpStatusCode.Conflict => "refused",
        HttpStatusCode.MethodNotAllowed => "nothing",
        // The figure that a page is about is a symbol, with the sentence that there is nothing to show.
        HttpStatusCode.OK when answer.Text.Contains("candour-figure--large\"><span class=\"candour-figure__symbol\">", StringComparison.Ordinal)
            && answer.Text.Contains(Candour.Readings.Seeing.Seen.NothingToSee, StringComparison.Ordinal) => "withheld",
        HttpStatusCode.OK => "open",
        _ => ((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
