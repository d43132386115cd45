using System.Text;

namespace Candour.Store.Keys;

/// <summary>A small file that holds a secret: made once, whole, of mode 600, outside every workspace.</summary>
public static class SecretFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a secret that was not there; an existing file is never overwritten.</summary>
    public static void Create(string path, string secret)
    {
        ArgumentNullException.ThrowIfNull(path);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var stream = new FileStream(path, options);
        stream.Write(Encoding.UTF8.GetBytes(secret + "\n"));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Whether anybody but the owner may read or change it.</summary>
    public static bool IsOpenToOthers(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0;

    /// <summary>The secret, without the line's end.</summary>
    public static string Read(string path) => File.ReadAllText(path).Trim();
}
