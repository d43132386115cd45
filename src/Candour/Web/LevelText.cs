namespace Candour.Web;

/// <summary>The levels of a hierarchy in words.</summary>
public static class LevelText
{
    public static string Plural(string level) => level switch
    {
        "nation" => "Nations",
        "area" => "Areas",
        "force" => "Police forces",
        _ => level,
    };
}
