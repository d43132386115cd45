using Candour.Definitions;
using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;
using Candour.Store;
using Candour.Teaching;
using Microsoft.AspNetCore.Http.Extensions;

namespace Candour.Web;

/// <summary>
/// The addresses of pages. A link carries the whole question as an opaque word (<see cref="LinkState"/>), so that it asks the
/// same for everybody and tells nobody what.
/// </summary>
public static class Address
{
    public static string Measure(Measure measure, Question question)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return $"/measures/{measure.Id}{Sealed(Asking(question))}";
    }

    /// <summary>The measure in another dataset, over everything there is.</summary>
    public static string Measure(Measure measure, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(dataset);
        return $"/measures/{measure.Id}{Sealed(new QueryBuilder { { "dataset", dataset.Id } })}";
    }

    /// <summary>The measure in one area, over everything there is.</summary>
    public static string Measure(Measure measure, Dataset dataset, Area area)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(area);
        return $"/measures/{measure.Id}{Sealed(new QueryBuilder { { "dataset", dataset.Id }, { "area", area.Id } })}";
    }

    public static string Measure(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Measure(reading.Measure, reading.Question);
    }

    /// <summary>The measure in all areas.</summary>
    public static string Compare(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return $"/compare/{reading.Measure.Id}{Sealed(Asking(reading.Question))}";
    }

    /// <summary>What could explain a change of the measure.</summary>
    public static string Explain(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return $"/explain/{reading.Measure.Id}{Sealed(Asking(reading.Question))}";
    }

    /// <summary>The tables of a measure as a file.</summary>
    /// <param name="reading">The question.</param>
    /// <param name="format">csv, xlsx or ods.</param>
    public static string Download(Reading reading, string format)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return $"/downloads/{reading.Measure.Id}/{format}{Sealed(Asking(reading.Question))}";
    }

    /// <summary>The way of a cohort.</summary>
    public static string Attrition(string path) => $"/attrition{Sealed(new QueryBuilder { { "path", path } })}";

    /// <summary>How good the rows of a dataset are; of one field, where it is missing.</summary>
    public static string Quality(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return $"/quality/{dataset.Id}";
    }

    /// <summary>What a framework asks, and what answers it.</summary>
    public static string Framework(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return $"/frameworks/{framework.Id}";
    }

    /// <summary>The rows behind a figure.</summary>
    public static string Rows(Reading reading, int page = 1)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var query = Asking(reading.Question);
        query.Add("measure", reading.Measure.Id);
        if (page > 1)
        {
            query.Add("page", NumberText.Count(page));
        }

        return $"/rows{Sealed(query)}";
    }

    /// <summary>The permanent page of a figure.</summary>
    public static string Figure(FigureReference reference) => new PathString($"/figures/{reference}").ToUriComponent();

    public static string Area(AreaHierarchy hierarchy, Area area, string period = "")
    {
        ArgumentNullException.ThrowIfNull(hierarchy);
        ArgumentNullException.ThrowIfNull(area);
        var query = new QueryBuilder();
        if (period.Length > 0)
        {
            query.Add("period", period);
        }

        return $"/areas/{hierarchy.Id}/{area.Id}{Sealed(query)}";
    }

    /// <summary>The units of an area side by side.</summary>
    public static string Units(AreaHierarchy hierarchy, Area area)
    {
        ArgumentNullException.ThrowIfNull(hierarchy);
        ArgumentNullException.ThrowIfNull(area);
        return $"/areas/{hierarchy.Id}/{area.Id}/units";
    }

    /// <summary>The tables of the way of a cohort as a file.</summary>
    public static string AttritionDownload(string path, Question question, string format)
    {
        var query = Asking(question);
        query.Add("path", path);
        return $"/attrition/{format}{Sealed(query)}";
    }

    /// <summary>The tables of how complete a dataset is as a file.</summary>
    public static string QualityDownload(Dataset dataset, string format)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return $"/quality/{dataset.Id}/{format}";
    }

    /// <summary>A page as a stop of the guided tour.</summary>
    public static string Stop(string page, int number, IReadOnlyDictionary<string, string> asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var query = new QueryBuilder(asked) { { GuidedTour.Parameter, NumberText.Count(number) } };
        return page + Sealed(query);
    }

    /// <summary>A reporting period; with a page of it, such as its steps.</summary>
    public static string ReportingPeriod(Dataset dataset, Period period, string page = "")
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return $"/closing/{dataset.Id}/{period.ToReference()}{(page.Length > 0 ? "/" + page : "")}";
    }

    /// <summary>The performance pack of an area; with a page of it, such as its steps.</summary>
    public static string Pack(Packs.Pack pack, string page = "")
    {
        ArgumentNullException.ThrowIfNull(pack);
        return Pack(pack.Subject.Dataset.Id, pack.Subject.Period, pack.Subject.Area.Id) + (page.Length > 0 ? "/" + page : "");
    }

    public static string Pack(string dataset, Period period, string area) => $"/packs/{dataset}/{period.ToReference()}/{area}";

    /// <summary>A pack as it was sent; with one of its files.</summary>
    public static string IssuedPack(Store.Packs.IssuedPack pack, string file = "")
    {
        ArgumentNullException.ThrowIfNull(pack);
        return $"/issued-packs/{pack.Id}{(file.Length > 0 ? "/" + file : "")}";
    }

    /// <summary>The form that saves a figure as a question.</summary>
    public static string SaveQuestion(FigureReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return $"/questions/save{Sealed(new QueryBuilder { { "target", reference.ToString() } })}";
    }

    /// <summary>A document that is cited, which is its permanent reference too; with a page or version of it.</summary>
    public static string Evidence(Store.Evidencing.EvidenceRecord evidence, string page = "")
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return $"/{evidence.Reference}{(page.Length > 0 ? "/" + page : "")}";
    }

    public static string Submission(SubmissionRecord submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return $"/data/{submission.Id}";
    }

    private static QueryBuilder Asking(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var query = new QueryBuilder
        {
            { "dataset", question.Dataset.Id },
            { "area", question.Area.Id },
            { "period", question.Period.ToReference() },
        };
        foreach (var (field, code) in question.Where)
        {
            query.Add("where", $"{field}={code}");
        }

        return query;
    }

    /// <summary>The question as the word that the links of this request's server carry.</summary>
    private static string Sealed(QueryBuilder asked)
    {
        var links = new HttpContextAccessor().HttpContext?.RequestServices.GetRequiredService<LinkState>()
            ?? throw new InvalidOperationException("A link is made for a page, while its request is answered.");
        return links.Seal(asked) is { Length: > 0 } word ? $"?{LinkState.Parameter}={word}" : "";
    }
}
