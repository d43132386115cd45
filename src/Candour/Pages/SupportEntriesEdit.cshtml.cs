using Candour.Access;
using Candour.Publishing;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Proposes, decides on and withdraws what the public reads of organisations that support people.</summary>
[Door(Right.EditPublicPages, confirmed: true)]
public sealed class SupportEntriesEditModel(SupportEntries entries, OperationalStore store) : PageModel
{
    public SupportEntries Entries { get; } = entries;

    public string Problem { get; private set; } = "";

    public string Done { get; private set; } = "";

    /// <summary>What was typed and refused, so that nobody types it twice.</summary>
    public SupportText Typed { get; private set; } = new("", "", "", "", "", "");

    public SelectField Replaceable => new(
        "replaces", "replaces", "In the place of",
        [new ChoiceGroup("", [new Choice("", "None: a new entry"), .. Entries.Shown.Select(one => new Choice(one.Id, one.Text.Name))])], "");

    public IReadOnlyList<(string Name, string Label, string Hint, string Value)> Lines =>
    [
        ("place", "Where", "A town, a county or an area; leave empty for everywhere", Typed.Place),
        ("telephone", "Telephone", "Digits, blanks and + ( ) - only; leave empty for none", Typed.Telephone),
        ("web", "Address on the web", "Begins with https://; leave empty for none", Typed.Web),
        ("hours", "When it can be reached", "Such as: every day, 9am to 9pm", Typed.Hours),
    ];

    public void OnPost(
        string? act, string? entry, string? name, string? helps, string? place, string? telephone, string? web, string? hours, string? replaces)
    {
        var viewer = Visitor.Of(HttpContext).Viewer;
        var typed = new SupportText(name ?? "", helps ?? "", place ?? "", telephone ?? "", web ?? "", hours ?? "");
        var done = act switch
        {
            "propose" => Entries.Propose(viewer, typed, replaces ?? "").Then<string>(text => $"{text.Name} waits for a second person."),
            "show" or "refuse" => Entries.Decide(viewer, entry ?? "", act == "show").Then<string>(one =>
                one.State == SupportState.Shown ? $"The public reads of {one.Text.Name} now." : $"{one.Text.Name} was refused."),
            "withdraw" => Entries.Withdraw(viewer, entry ?? "").Then<string>(one => $"{one.Text.Name} was withdrawn."),
            _ => new NoSuchSupport(),
        };
        if (done.Try(out var said, out var refusal))
        {
            Done = said;
            return;
        }

        (Problem, Typed) = (refusal.Sentence, act == "propose" ? typed : Typed);
        Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    public static string Said(SupportOrganisation one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return string.Join("; ", new[]
        {
            one.Text.Helps, one.Text.Place.Length > 0 ? one.Text.Place : "everywhere", one.Text.Telephone, one.Text.Web, one.Text.Hours,
        }.Where(text => text.Length > 0));
    }

    public string NameOf(string person) => store.FindPerson(person)?.Name ?? person;
}
