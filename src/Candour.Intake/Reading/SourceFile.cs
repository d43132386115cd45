using System.Security.Cryptography;
using Candour.Kernel;

namespace Candour.Intake.Reading;

/// <summary>
/// A file as it arrived: its name, its place and the hash of its bytes. Its content is read as a stream and never held whole.
/// Nothing is guessed from its name except what a mapping says a name tells, and that an ending must agree with the content.
/// </summary>
/// <param name="Name">Its name with its folder's name before it, forward slashes, control signs replaced; never used as a path.</param>
/// <param name="Place">Where its bytes lie; empty for what a database answers.</param>
/// <param name="Hash">SHA-256 of the bytes as they arrived.</param>
/// <param name="Length">How many bytes.</param>
public sealed record SourceFile(string Name, string Place, ContentHash Hash, long Length)
{
    /// <summary>The most bytes that one file may hold, or unpack to.</summary>
    public const long MostBytes = 4L * 1024 * 1024 * 1024;

    private const int LongestName = 200;

    /// <summary>The name alone.</summary>
    public string ShortName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>What stands for a file where rows are pulled from a database; it has no place and no bytes of its own.</summary>
    public static SourceFile OfSource(string name) => new(name, "", default, 0);

    /// <summary>Opens a file; refuses one that is missing, empty, too large or not to be read.</summary>
    public static Result<SourceFile> Open(string path) => Open(path, Path.GetFullPath(path));

    /// <summary>The same for bytes that lie elsewhere than their name says, such as an upload.</summary>
    public static Result<SourceFile> Open(string named, string place)
    {
        ArgumentNullException.ThrowIfNull(named);
        ArgumentNullException.ThrowIfNull(place);
        var name = Plain(named == place ? WithFolder(place) : place.EndsWith(Path.GetFullPath(named), StringComparison.Ordinal) ? WithFolder(place) : named);
        var shortName = name[(name.LastIndexOf('/') + 1)..];
        if (!File.Exists(place))
        {
            return new FileNotFound(Plain(named));
        }

        // Pipes and devices have no length; they are never opened, because reading one may never end.
        var length = new FileInfo(place).Length;
        if (length == 0)
        {
            return new EmptyFile(shortName);
        }

        if (length > MostBytes)
        {
            return new FileIsTooLarge(shortName, MostBytes);
        }

        try
        {
            using var content = File.OpenRead(place);
            return ContentHash.TryParse(Convert.ToHexStringLower(SHA256.HashData(content)), out var hash)
                ? new SourceFile(name, place, hash, length)
                : throw new InvalidOperationException("SHA-256 gives 64 hexadecimal digits.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new FileCannotBeRead(Plain(named));
        }
    }

    /// <summary>Whether the file still has the bytes that were hashed.</summary>
    public bool IsUnchanged() => Place.Length == 0 || Open(Name, Place).Match(again => again.Hash == Hash, _ => false);

    private static string WithFolder(string place)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(place)) ?? "";
        return folder.Length == 0 ? Path.GetFileName(place) : $"{folder}/{Path.GetFileName(place)}";
    }

    private static string Plain(string name)
    {
        var plain = string.Concat(name.Select(sign => char.IsControl(sign) || char.GetUnicodeCategory(sign) == System.Globalization.UnicodeCategory.Format ? '?' : sign));
        return plain.Length <= LongestName ? plain : "…" + plain[^LongestName..];
    }
}
