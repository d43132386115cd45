using System.Globalization;
using Candour.Access;
using Candour.Store.Evidencing;

namespace Candour.Evidencing;

/// <summary>What pages and verbs say of documents.</summary>
public static class EvidenceWords
{
    /// <summary>Who may open a document of a class.</summary>
    public static string Of(EvidenceClass kind) => kind switch
    {
        EvidenceClass.Public => "public: everybody who reads figures",
        EvidenceClass.Internal => "internal: whoever reads figures of its owner",
        EvidenceClass.Restricted => "restricted: under a purpose for its owner's area, with a reason each time",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The same by the name of the class.</summary>
    public static string Of(string kind) => Of(Enum.Parse<EvidenceClass>(kind));

    /// <summary>Until when it is kept, and whether that has passed.</summary>
    public static string Kept(EvidenceRecord record, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(record);
        var day = record.KeepUntil.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return record.IsDue(today) ? $"{day}: due to be erased" : day;
    }
}
