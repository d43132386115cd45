using Candour.Access;
using Candour.Packing;
using Candour.Store.Packs;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>What can be done with a pack: write about what stands out, withdraw what was written, and issue it.</summary>
[Door(Right.DecideSubmission, confirmed: true)]
public sealed class PackStepsModel(CurrentRoom current, PackDesk desk) : PackPage(current, desk)
{
    private readonly PackDesk own = desk;

    public string Problem { get; private set; } = "";

    public string Done { get; private set; } = "";

    public SelectField Exceptions { get; private set; } = default!;

    public SelectField Kinds { get; private set; } = default!;

    /// <summary>Every sentence that stands.</summary>
    public IEnumerable<PackSentence> Sentences => Pack.Exceptions.SelectMany(one => one.Commentary).Concat(Pack.Unplaced);

    /// <summary>What a sentence is about; the pack may no longer have it.</summary>
    public string TitleOf(PackSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return Pack.Exceptions.FirstOrDefault(one => one.Id == sentence.About)?.Title ?? "something that no longer stands out";
    }

    public IActionResult OnGet(string dataset, string period, string area) => Show(dataset, period, area, Form);

    public async Task<IActionResult> OnPostAsync(
        string dataset, string period, string area, string? act, string? about, string? kind, string? text, string? sentence, string? reason)
    {
        var found = Show(dataset, period, area, Form);
        if (Pack is null)
        {
            return found;
        }

        var done = act switch
        {
            "say" => own.Say(Viewer, Room, Pack, about ?? "", kind ?? "", text ?? "").Then<string>(_ => "The sentence stands, as unevidenced."),
            "withdraw" => own.Withdraw(Viewer, Room, Pack, sentence ?? "").Then<string>(_ => "The sentence is withdrawn."),
            "issue" => (await own.IssueAsync(Viewer, Room, Pack, reason ?? "", HttpContext.RequestAborted)).Then<string>(issued =>
                $"The pack is issued. {issued.NoPdf}".Trim()),
            _ => new SignIn.NoSuchStep(),
        };
        if (done.Try(out var words, out var refusal))
        {
            Done = words;
        }
        else
        {
            Problem = refusal.Sentence;
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Show(dataset, period, area, Form);
    }

    private PageResult Form()
    {
        Exceptions = new SelectField(
            "about", "about", "About", [new ChoiceGroup("", [.. Pack.Exceptions.Select(one => new Choice(one.Id, one.Title))])], "");
        Kinds = new SelectField(
            "kind", "kind", "What the sentence does",
            [new ChoiceGroup("", [.. Enum.GetValues<SentenceKind>().Select(kind => new Choice(kind.ToString(), PackWords.Word(kind)))])], "");
        return Page();
    }
}
