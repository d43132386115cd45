using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Candour.Kernel;
using Candour.Store.Databases;

namespace Candour.Store.Backups;

/// <summary>What stands open at the start of a backup, in one line of JSON; altered, the rest can no longer be opened.</summary>
/// <param name="Format">The form of the file.</param>
/// <param name="StoreVersion">How many migrations the store had seen.</param>
/// <param name="Workspace">The id of the workspace.</param>
/// <param name="Key">Names the key.</param>
/// <param name="Salt">Makes the file's own key, in base 64.</param>
/// <param name="At">When the backup was made.</param>
public sealed record BackupHeader(int Format, long StoreVersion, string Workspace, string Key, string Salt, string At)
{
    private const int KnownFormat = 1;
    private const int LongestLine = 1024;

    private static ReadOnlySpan<byte> Beginning => "CANDOUR BACKUP\n"u8;

    internal static BackupHeader New(string workspace, string key, DateTimeOffset now) => new(
        KnownFormat, Migrator.KnownVersion, workspace, key, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        OperationalStore.Time(now));

    internal string ToJson() => JsonSerializer.Serialize(this, BackupContext.Default.BackupHeader);

    internal void Write(Stream file)
    {
        file.Write(Beginning);
        file.Write(Encoding.UTF8.GetBytes(ToJson() + "\n"));
    }

    /// <summary>Reads the header and leaves the stream behind it.</summary>
    internal static Result<BackupHeader> Read(Stream file, string name)
    {
        var beginning = new byte[Beginning.Length];
        if (file.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false) < beginning.Length || !Beginning.SequenceEqual(beginning))
        {
            return new NotABackup(name);
        }

        var line = new List<byte>();
        for (var next = file.ReadByte(); next != '\n'; next = file.ReadByte())
        {
            if (next < 0 || line.Count > LongestLine)
            {
                return new BackupIsDamaged(name, "in its header");
            }

            line.Add((byte)next);
        }

        try
        {
            return JsonSerializer.Deserialize(line.ToArray(), BackupContext.Default.BackupHeader) switch
            {
                { Format: > KnownFormat } newer => new BackupIsNewer(name, newer.Format, KnownFormat),
                { } newer when newer.StoreVersion > Migrator.KnownVersion => new BackupIsNewer(name, newer.StoreVersion, Migrator.KnownVersion),
                { Format: KnownFormat, StoreVersion: > 0, Workspace: not null, Key: not null, Salt: not null, At: not null } header
                    when IsBase64(header.Salt) => header,
                _ => new BackupIsDamaged(name, "in its header"),
            };
        }
        catch (JsonException)
        {
            return new BackupIsDamaged(name, "in its header");
        }
    }

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BackupHeader))]
internal sealed partial class BackupContext : JsonSerializerContext;
