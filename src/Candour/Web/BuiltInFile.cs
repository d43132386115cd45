using Candour.Kernel;

namespace Candour.Web;

/// <summary>
/// A file that is part of the program. Its address holds the hash of its content, so that a browser may keep it for
/// ever and still never shows an old one.
/// </summary>
public sealed class BuiltInFile
{
    private readonly byte[] content;
    private readonly string mediaType;

    private BuiltInFile(string name, string mediaType)
    {
        using var stream = typeof(BuiltInFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        (content, this.mediaType) = (memory.ToArray(), mediaType);
        var (stem, extension) = (System.IO.Path.GetFileNameWithoutExtension(name), System.IO.Path.GetExtension(name));
        Path = $"/{stem}.{ContentHash.Of(content).Abbreviated}{extension}";
    }

    public static BuiltInFile Stylesheet { get; } = new("candour.css", "text/css; charset=utf-8");

    public static BuiltInFile Icon { get; } = new("candour.svg", "image/svg+xml");

    /// <summary>The one script: it leaves a page at once. Only pages that say so may run it.</summary>
    public static BuiltInFile Leaving { get; } = new("candour.leave.js", "text/javascript; charset=utf-8");

    public string Path { get; }

    /// <summary>What it says, for files that take it along.</summary>
    public ReadOnlySpan<byte> Content => content;

    internal IResult Serve(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(content, mediaType);
    }
}
