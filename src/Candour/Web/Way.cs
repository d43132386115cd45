namespace Candour.Web;

/// <summary>Where to go after something was done.</summary>
public static class Way
{
    /// <summary>The address, if it is one of this site and not of another; else the first page.</summary>
    public static string Inside(string? address) =>
        address is { Length: > 0 and < 2000 } && address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl)
            ? address
            : "/";
}
