using Candour.SignIn;

namespace Candour.Web;

/// <summary>
/// A page that somebody may have to leave at once, because they must not be seen reading it: it carries the button and the key that
/// do so, and no browser keeps a copy.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LeftAtOnceAttribute : Attribute
{
    /// <summary>A page about the weather is nothing to explain.</summary>
    private const string Harmless = "https://www.bbc.co.uk/weather";

    /// <summary>Where somebody goes who leaves.</summary>
    public static string AddressOf(ServerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.ExitTo.Length > 0 ? settings.ExitTo : Harmless;
    }
}
