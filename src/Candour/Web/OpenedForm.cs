using Candour.Kernel;
using Candour.Readings.Figures;

namespace Candour.Web;

/// <summary>The form that asks which case rows are to be opened.</summary>
/// <param name="Datasets">Those whose rows describe real people and that are in sight.</param>
/// <param name="Places">The areas of their hierarchies.</param>
public sealed record OpenedForm(SelectField Datasets, SelectField Places)
{
    public static Result<OpenedForm> Of(ReadingRoom room)
    {
        ArgumentNullException.ThrowIfNull(room);
        var confidential = room.Catalogue.Datasets.Values
            .Where(dataset => room.Seen.Has(dataset.Id) && room.Seen.IsConfidential(dataset))
            .OrderBy(dataset => dataset.Title, StringComparer.Ordinal).ToList();
        return confidential.Count == 0
            ? new NoCaseRowsHere()
            : new OpenedForm(
                new SelectField(
                    "dataset", "dataset", "Rows of",
                    [new ChoiceGroup("", [.. confidential.Select(dataset => new Choice(dataset.Id, dataset.Title))])], ""),
                new SelectField(
                    "place", "place", "Where",
                    [
                        .. confidential.SelectMany(dataset => dataset.Hierarchies).Distinct().Select(name => room.Catalogue.Hierarchies[name])
                            .Select(hierarchy => new ChoiceGroup(
                                hierarchy.Title,
                                [.. hierarchy.Areas.Select(area => new Choice($"{hierarchy.Id}:{area.Id}", $"{area.Title} ({area.Level})"))])),
                    ],
                    ""));
    }
}

/// <summary>Nothing here describes real people, as far as this person may see.</summary>
public sealed record NoCaseRowsHere() : Refusal(
    "There are no case rows here that you may open: all rows you can see are public or invented, and are shown with their figures.");
