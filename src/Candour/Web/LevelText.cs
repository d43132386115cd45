namespace Candour.Web;

/// <summary>The levels of a hierarchy in words.</summary>
public static class LevelText
{
    public static string Plural(string level) => level switch
    {
        "nation" => "Nations",
        "area" => "Areas",
        "force" => "Police forces",
        "former-area" => "Former areas",
        "unit" => "Units",
        _ => char.ToUpperInvariant(level[0]) + level[1..],
    };
}
