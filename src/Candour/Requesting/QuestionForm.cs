using Candour.Access;
using Candour.Kernel;
using Candour.Store.Requests;
using Candour.Web;

namespace Candour.Requesting;

/// <summary>The title is none that a list may show.</summary>
public sealed record QuestionTitleIsNotOne() : Refusal(
    $"Write a title of {QuestionForm.ShortestTitle} to {QuestionForm.LongestTitle} signs that names nobody: no address with an @, no number of six digits or more.");

/// <summary>It is no question that can be saved.</summary>
public sealed record NothingToSave() : Refusal(
    "Give the permanent reference of a figure that you may see, or the address of a page of figures as it stands in your browser. Only a figure can be pinned to its snapshot.");

/// <summary>What is said of a question that is saved. Pure, but for the words of links, which this server opens.</summary>
/// <param name="Title">As people will read it.</param>
/// <param name="Kind">What it shows.</param>
/// <param name="Target">A permanent reference, or the path of a page with its query.</param>
/// <param name="IsPinned">It means the figure of its snapshot, and of no later one.</param>
public sealed record QuestionForm(string Title, QuestionKind Kind, string Target, bool IsPinned)
{
    public const int ShortestTitle = 5;
    public const int LongestTitle = 150;

    private const int LongestTarget = 1_000;

    private static readonly string[] Pages = ["/measures", "/compare", "/explain", "/attrition", "/quality", "/areas", "/frameworks"];

    /// <summary>Reads what was typed: the reference or its page's address, or the address of another page of figures.</summary>
    public static Result<QuestionForm> Read(string title, string target, bool pinned, LinkState links)
    {
        ArgumentNullException.ThrowIfNull(target);
        var (said, address) = (NamelessText.Tidied(title), Local(target.Trim()));
        if (said.Length is < ShortestTitle or > LongestTitle || !NamelessText.Is(said))
        {
            return new QuestionTitleIsNotOne();
        }

        var named = Uri.UnescapeDataString(address.StartsWith("/figures/", StringComparison.Ordinal) ? address["/figures/".Length..] : address);
        if (FigureReference.TryParse(named, out var reference))
        {
            return new QuestionForm(said, QuestionKind.Figure, reference.ToString(), pinned);
        }

        return !pinned && Page(address, links) is { Length: > 0 } page ? new QuestionForm(said, QuestionKind.Page, page, false) : new NothingToSave();
    }

    /// <summary>The address of a saved page, with what was chosen as the word that this server's links carry.</summary>
    public static string AddressOf(string page, LinkState links)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(links);
        var parts = page.Split('?', 2);
        if (parts.Length == 1)
        {
            return page;
        }

        var asked = new Microsoft.AspNetCore.Http.Extensions.QueryBuilder(
            Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(parts[1]).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))));
        return $"{parts[0]}?{LinkState.Parameter}={links.Seal(asked)}";
    }

    /// <summary>An address of this server without its host; what has another form stays as it is.</summary>
    private static string Local(string target) =>
        target.Length > LongestTarget ? ""
        : Uri.TryCreate(target, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" && target.Contains("://", StringComparison.Ordinal) ? whole.PathAndQuery : target;

    /// <summary>The path of a page of figures with its query in the open; empty for any other address.</summary>
    private static string Page(string address, LinkState links)
    {
        var parts = address.Split('?', 2);
        if (!Pages.Any(page => parts[0] == page || parts[0].StartsWith(page + "/", StringComparison.Ordinal)) || parts[0].Contains("..", StringComparison.Ordinal)
            || parts[0].Any(sign => sign is '\\' or '%' or '#' || char.IsWhiteSpace(sign) || char.IsControl(sign)))
        {
            return "";
        }

        const string word = LinkState.Parameter + "=";
        return parts.Length == 1 ? parts[0]
            : parts[1].StartsWith(word, StringComparison.Ordinal) ? links.TryOpen(parts[1][word.Length..], out var asked) ? parts[0] + asked : ""
            : parts[1].Any(char.IsControl) ? "" : $"{parts[0]}?{parts[1]}";
    }
}
