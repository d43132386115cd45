using System.CommandLine;
using Candour.Intake.Submitting;
using Candour.Kernel;
using Candour.Store;

namespace Candour.CommandLine;

/// <summary>The options that several verbs share; each verb takes its own copy.</summary>
internal static class Options
{
    public static Option<string> Workspace() => new("--workspace")
    {
        Description = "The workspace's folder (CANDOUR_WORKSPACE, or ./workspace, when not given).",
        HelpName = "DIR",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CANDOUR_WORKSPACE") is { Length: > 0 } named
            ? named : "workspace",
    };

    public static Option<string> Definitions() => new("--definitions")
    {
        Description = "The folder of definitions (the program's own when not given).",
        HelpName = "DIR",
        DefaultValueFactory = _ => "",
    };

    public static Option<bool> Json() => new("--json") { Description = "Answer in JSON; see docs/json.md." };

    public static Option<int> Port() => new("--port")
    {
        Description = "The port on this machine at which the pages are served.",
        HelpName = "N",
        DefaultValueFactory = _ => 5080,
    };

    public static Option<string> Keys() => Text(
        "--keys", "The folder for the keys (CANDOUR_KEYS, or your own data folder, when not given).", "DIR");

    public static string KeyFolder(string named) => Path.GetFullPath(named.Length > 0 ? named : PseudonymKey.DefaultFolder);

    public static Option<string> Store() => new("--store")
    {
        Description = "Where the store lies: sqlite (a file in the workspace) or postgresql (the database that CANDOUR_STORE names).",
        HelpName = "KIND",
        DefaultValueFactory = _ => "sqlite",
    };

    public static Result<StoreKind> StoreKind(string said) => said.ToUpperInvariant() switch
    {
        "SQLITE" => Candour.Store.StoreKind.Sqlite,
        "POSTGRESQL" => Candour.Store.StoreKind.PostgreSql,
        _ => new UnknownStoreKind(said),
    };

    public static Option<string> Text(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => "",
    };
}
