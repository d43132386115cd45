using Candour.Access;
using Candour.Definitions;
using Candour.Intake.Guiding;
using Candour.Kernel;
using Candour.SignIn;
using Candour.Store;
using Candour.Uploading;
using Candour.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Pages;

/// <summary>Says what the columns of a file mean that no mapping knows: first which column fills which field, then what its codes mean.</summary>
[Door(Right.Submit)]
public sealed class ColumnsModel(Uploads uploads, Workspace workspace) : PageModel
{
    private const int Likely = 5;

    public Upload Upload { get; private set; } = default!;

    public SourceSurvey Survey { get; private set; } = default!;

    /// <summary>The datasets that the sender may fill, the likeliest first.</summary>
    public IReadOnlyList<Dataset> Datasets { get; private set; } = [];

    /// <summary>What its rows are; absent until that is said.</summary>
    public Dataset? Dataset { get; private set; }

    public IReadOnlyList<ColumnSuggestion> Suggestions { get; private set; } = [];

    /// <summary>The values whose meaning is asked; empty while columns are asked for.</summary>
    public IReadOnlyList<OpenCodes> Open { get; private set; } = [];

    /// <summary>What has been filled in so far.</summary>
    public IReadOnlyDictionary<string, string> Form { get; private set; } = new Dictionary<string, string>();

    public string Encoding { get; private set; } = "";

    public string Problem { get; private set; } = "";

    public Catalogue Catalogue { get; private set; } = default!;

    public bool IsDemo => workspace.Kind == WorkspaceKind.Demo;

    /// <summary>The agency of the sender, where there is only one.</summary>
    public string OwnAgency { get; private set; } = "";

    /// <summary>The letters of the file can be read in more than one way, and nobody has said how: before anybody is asked what a code with such a letter means.</summary>
    public bool AsksEncoding => Encoding.Length == 0 && (!Survey.Form.EncodingIsKnown || Survey.HasUndecodable);

    /// <summary>What stands in a field of the form.</summary>
    public string Said(string name, string otherwise) => Form.GetValueOrDefault(name, otherwise);

    public async Task<IActionResult> OnGetAsync(string id, string? dataset, string? encoding) =>
        await PrepareAsync(id, dataset ?? "", encoding ?? "") is { } refusal ? Refused(refusal) : Page();

    public async Task<IActionResult> OnPostAsync(string id, string? dataset, string? encoding)
    {
        Form = Request.Form.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        if (await PrepareAsync(id, dataset ?? "", encoding ?? "") is { } refusal)
        {
            return Refused(refusal);
        }

        if (Dataset is null)
        {
            return Again(new NoRowsOfThatKind());
        }

        var made = new GuidedMapping(
            Said("title", ""), Dataset, Said("agency", OwnAgency).Trim(), IsDemo, Survey.Dates, Encoding, ColumnsForm.Filled(Form, Dataset, Survey, Catalogue));
        if (!made.Checked().Try(out _, out refusal))
        {
            return Again(refusal);
        }

        Open = Form.ContainsKey("codes") ? [] : ColumnsForm.Open(Form, Dataset, Survey, Catalogue);
        return Open.Count > 0 ? Page() : uploads.Guide(Visitor.Of(HttpContext).Viewer, id, made).Match(_ => Redirect($"/submit/{id}"), Again);
    }

    private IActionResult Again(Refusal refusal)
    {
        Problem = refusal.Sentence;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private static IActionResult Refused(Refusal refusal) =>
        RefusalResult.Of(refusal, refusal is UploadIsGone ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);

    /// <summary>Finds the file and looks at it; a refusal when there is nothing to look at.</summary>
    private async Task<Refusal?> PrepareAsync(string id, string dataset, string encoding)
    {
        var viewer = Visitor.Of(HttpContext).Viewer;
        Encoding = encoding is "windows-1252" or "iso-8859-1" or "utf-16" ? encoding : "";
        if (!uploads.Find(viewer, id).Try(out var upload, out var refusal) || !uploads.Known().Try(out var known, out refusal))
        {
            return refusal;
        }

        (Upload, Catalogue) = (upload, known);
        if (!(await uploads.SurveyAsync(viewer, id, Encoding, HttpContext.RequestAborted)).Try(out var survey, out refusal))
        {
            return refusal;
        }

        Survey = survey;
        var agencies = viewer.Assignments.Where(one => RoleTable.May(one.Role, Right.Submit)).Select(one => one.Agency).Distinct().ToList();
        OwnAgency = agencies is [var only] ? only : "";
        var sight = Sight.Of(viewer, Right.Submit, Catalogue);
        Datasets = ColumnSuggestion.Rank(
            Catalogue.Datasets.Values.Where(one => !one.IsRegister && agencies.Exists(
                agency => sight.SeesAny(new Holding(one, agency, IsPublic: false)))),
            Catalogue, survey);
        Dataset = Datasets.FirstOrDefault(one => one.Id == dataset);
        Suggestions = Dataset is { } chosen ? ColumnSuggestion.For(chosen, Catalogue, survey) : [];
        return null;
    }

    /// <summary>The choice of what the rows are.</summary>
    public SelectField DatasetChoice() => new(
        "dataset", "dataset", "What is a row of this file?",
        [
            new ChoiceGroup("By the names of its columns", [.. Datasets.Take(Likely).Select(Named)]),
            new ChoiceGroup("Others", [.. Datasets.Skip(Likely).OrderBy(one => one.Title, StringComparer.Ordinal).Select(Named)]),
        ],
        Datasets.Count > 0 ? Datasets[0].Id : "");

    /// <summary>The choice of what fills a field.</summary>
    public SelectField FieldChoice(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var always = ColumnsForm.AlwaysChoices(field, Dataset!, Catalogue);
        return new SelectField(
            $"field-{field.Id}", $"field-{field.Id}", field.Required ? $"{field.Title} (needed)" : field.Title,
            [
                new ChoiceGroup("", [new Choice("", "The file does not say it")]),
                new ChoiceGroup("Columns of the file", [.. Survey.Columns.Select(column => new Choice(ColumnsForm.ValueOf(column), column.Name))]),
                .. always.Count == 0 ? Array.Empty<ChoiceGroup>()
                    : [new ChoiceGroup("In every row the same", [.. always.Select(one => new Choice(ColumnsForm.ValueOfAlways(one.Id), one.Title))])],
            ],
            Said($"field-{field.Id}", ColumnsForm.Suggested(field, Suggestions)));
    }

    /// <summary>The choice of what a value means.</summary>
    public SelectField CodeChoice(OpenCodes open, int index, string value)
    {
        ArgumentNullException.ThrowIfNull(open);
        var name = $"code-{open.Field.Id}-{index}";
        return new SelectField(
            name, name, value,
            [
                new ChoiceGroup("", [new Choice("", "Nothing in this list: such rows stay out")]),
                new ChoiceGroup(open.Field.Title, [.. CodeReading.Choices(open.Field, Dataset!, Catalogue).Select(one => new Choice(one.Id, $"{one.Title} ({one.Id})"))]),
            ],
            Said(name, CodeReading.Suggest(open.Field, value, Dataset!, Catalogue)));
    }

    private static Choice Named(Dataset dataset) => new(dataset.Id, dataset.Title);
}

/// <summary>The form says nothing of what the rows are, or something that the sender may not submit.</summary>
internal sealed record NoRowsOfThatKind() : Refusal("Say first what a row of the file is.");
