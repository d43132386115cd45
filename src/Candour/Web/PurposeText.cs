using Candour.Access;
using Candour.Definitions;

namespace Candour.Web;

/// <summary>What a purpose opens, in words.</summary>
public static class PurposeText
{
    /// <summary>"Crimes (one row a crime), Aldermoss, March 2026"; a dataset or area that the definitions no longer have stands as it was written.</summary>
    public static string Of(Catalogue catalogue, Purpose purpose)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(purpose);
        var dataset = catalogue.Datasets.TryGetValue(purpose.Dataset, out var known) ? known.Title : purpose.Dataset;
        var area = catalogue.Hierarchies.TryGetValue(purpose.Hierarchy, out var hierarchy)
            ? hierarchy.Areas.FirstOrDefault(one => one.Id == purpose.Area)?.Title ?? purpose.Area
            : purpose.Area;
        var month = Candour.Kernel.Period.TryParse(purpose.Month, out var period) ? period.InWords() : purpose.Month;
        return string.Join(", ", new[] { dataset, area, month }.Where(part => part.Length > 0));
    }
}
