using Candour.Definitions;
using Candour.Kernel;

namespace Candour.Intake.Guiding;

/// <summary>
/// What the columns are called that fill a field: by its own id and title, and by every mapping that fills a field of the same id.
/// </summary>
internal sealed class FieldNames
{
    /// <summary>Words that say nothing of which field it is.</summary>
    private static readonly HashSet<string> Empty = new(["the", "of", "a", "in", "is", "for", "by", "code", "field", "value", "text", "desc", "description"], StringComparer.Ordinal);

    /// <summary>One word for each set of words that systems use for the same thing.</summary>
    private static readonly Dictionary<string, string> Same = new(
        new[]
        {
            "id:ref,reference,no,number,num,urn,identifier,key,uid", "date:day,dt,dated,on", "sex:gender", "age:years", "suspect:offender,accused,defendant,perpetrator",
            "victim:complainant,survivor,vic", "crime:incident,occurrence,case", "report:reported,recorded,rec,reporting", "outcome:result,disposal,resolution,status",
            "ethnicity:ethnic,race", "offence:offense,hoccs,crimetype,type", "area:force,district,division", "unit:team,station", "charge:charged",
            "decision:decided", "finalisation:finalised,closed,closure,finished",
        }.SelectMany(line => line.Split(':') is [var word, var others] ? others.Split(',').Select(other => KeyValuePair.Create(other, word)) : []), StringComparer.Ordinal);

    private readonly ILookup<string, string> spellings;

    public FieldNames(Catalogue catalogue)
    {
        spellings = catalogue.Mappings.Values.SelectMany(mapping => mapping.Columns)
            .Where(rule => rule.Field.Length > 0 && rule.Column.Length > 0).Select(rule => (rule.Field, rule.Column)).Distinct()
            .ToLookup(pair => pair.Field, pair => pair.Column, StringComparer.Ordinal);
    }

    /// <summary>From 0, nothing alike, to 1, the same name but for case and signs.</summary>
    public double Likeness(Field field, string column)
    {
        var named = Slug.Of(column);
        var all = spellings[field.Id].Append(field.Id).Append(field.Title).Select(Slug.Of).ToList();
        return named.Length == 0 ? 0 : all.Contains(named) ? 1 : all.Max(one => WordsInCommon.Share(Words(one), Words(named))) * 0.9;
    }

    private static HashSet<string> Words(string name) =>
        [.. WordsInCommon.Of(name).Where(word => !Empty.Contains(word)).Select(word => Same.GetValueOrDefault(word, word))];
}
