using System.Globalization;

namespace Candour.Store.Keys;

/// <summary>
/// The numbered keys of one workspace for one purpose, as files beside each other outside the workspace. The highest number
/// is the key in use; the others are kept for what was made with them.
/// </summary>
/// <param name="folder">The folder of keys.</param>
/// <param name="workspace">The id of the workspace.</param>
/// <param name="purpose">A word for what the keys do.</param>
internal sealed class KeyRing(string folder, string workspace, string purpose)
{
    private readonly string start = $"{workspace}.{purpose}-";

    public string Folder => folder;

    /// <summary>The numbers of the files with this ending, lowest first.</summary>
    public IReadOnlyList<int> Numbers(string ending) => !Directory.Exists(folder)
        ? []
        :
        [
            .. Directory.EnumerateFiles(folder, $"{start}*{ending}")
                .Select(path => Path.GetFileName(path)[start.Length..^ending.Length])
                .Where(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                .Select(text => int.Parse(text, CultureInfo.InvariantCulture)).Order(),
        ];

    public string PathOf(int number, string ending) =>
        Path.Combine(folder, start + number.ToString(CultureInfo.InvariantCulture) + ending);
}
