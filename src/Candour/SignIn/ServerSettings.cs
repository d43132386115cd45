using System.Text.Json;
using System.Text.Json.Serialization;
using Candour.Access;
using Candour.Kernel;

namespace Candour.SignIn;

/// <summary>The file of settings cannot be used.</summary>
public sealed record SettingsAreNotReadable(string File, string Why) : Refusal(
    $"The settings in {File} cannot be used: {Why}. Mend the file; docs/operate/sign-in.md and docs/operate/sources.md show what is right.");

/// <summary>What a group at the identity provider means here.</summary>
/// <param name="Group">The group's name or id, as the provider tells it.</param>
/// <param name="Role">The role its members hold.</param>
/// <param name="Agency">Whose data; empty for all.</param>
/// <param name="Hierarchy">The hierarchy of the area; empty for the whole agency.</param>
/// <param name="Area">The area; empty for the whole agency.</param>
public sealed record GroupMeans(string Group, Role Role, string Agency = "", string Hierarchy = "", string Area = "");

/// <summary>The agency's own identity provider.</summary>
/// <param name="Authority">Its address; https, but on this machine.</param>
/// <param name="ClientId">What Candour is called there.</param>
/// <param name="ClientSecretFile">The file that holds the secret; never the secret itself.</param>
/// <param name="GroupClaim">The claim that tells the groups.</param>
/// <param name="Groups">What the groups mean here; whoever is in none may not enter.</param>
public sealed record ProviderSettings(
    string Authority, string ClientId, string ClientSecretFile, string GroupClaim, IReadOnlyList<GroupMeans> Groups);

/// <summary>How the server is reached and whom it trusts, as its operator wrote it; nobody can change it from a page.</summary>
/// <param name="Listen">The address to listen at; this machine only when empty.</param>
/// <param name="Hosts">The names by which browsers may ask for it, besides this machine's own.</param>
/// <param name="CertificateFile">A PKCS#12 file; needed to listen anywhere but on this machine.</param>
/// <param name="CertificatePasswordFile">The file that holds its password; empty for none.</param>
/// <param name="AttemptsPerMinute">Attempts a minute from one address, at all pages where something secret is typed; raise
/// it behind a proxy, where everybody has one address.</param>
/// <param name="Provider">The identity provider; absent where accounts are kept here.</param>
/// <param name="Sources">The databases that rows are pulled from.</param>
/// <param name="ExitTo">The page, https, to which somebody leaves who must not be seen reading; a harmless one when empty.</param>
public sealed record ServerSettings(
    string Listen = "",
    IReadOnlyList<string>? Hosts = null,
    string CertificateFile = "",
    string CertificatePasswordFile = "",
    int AttemptsPerMinute = 30,
    ProviderSettings? Provider = null,
    IReadOnlyList<SourceSettings>? Sources = null,
    string ExitTo = "")
{
    public static ServerSettings Default { get; } = new();

    /// <summary>Reads the file; the default when none is named.</summary>
    public static Result<ServerSettings> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
        {
            return Default;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ServerSettingsContext.Default.ServerSettings) is { } read
                ? Checked(path, read)
                : new SettingsAreNotReadable(path, "it is empty");
        }
        catch (JsonException fault)
        {
            return new SettingsAreNotReadable(path, $"line {fault.LineNumber + 1} is not as it should be");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new SettingsAreNotReadable(path, "it cannot be read");
        }
    }

    private static Result<ServerSettings> Checked(string path, ServerSettings read) =>
        read.Listen.Length > 0 && !System.Net.IPAddress.TryParse(read.Listen, out _)
            ? new SettingsAreNotReadable(path, "'listen' is not an address")
        : read.Listen.Length > 0 && read.CertificateFile.Length == 0 && !IsLoopback(read.Listen)
            ? new SettingsAreNotReadable(path, "'listen' names another address than this machine's own, and that needs a 'certificateFile'")
        : read.CertificateFile.Length > 0 && !File.Exists(read.CertificateFile)
            ? new SettingsAreNotReadable(path, "the file named by 'certificateFile' is not there")
        : read.ExitTo.Length > 0 && !(Uri.TryCreate(read.ExitTo, UriKind.Absolute, out var exit) && exit.Scheme == Uri.UriSchemeHttps)
            ? new SettingsAreNotReadable(path, "'exitTo' is not an address that begins with https")
        : read.Provider is { } provider && !IsSafe(provider.Authority)
            ? new SettingsAreNotReadable(path, "'authority' is not an address that begins with https")
        : read.Provider is { } named && !File.Exists(named.ClientSecretFile)
            ? new SettingsAreNotReadable(path, "the file named by 'clientSecretFile' is not there")
        : read.Sources?.Select(source => source.Wrong()).FirstOrDefault(wrong => wrong.Length > 0) is { } wrong
            ? new SettingsAreNotReadable(path, wrong)
        : read.Sources?.GroupBy(source => source.Name).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? new SettingsAreNotReadable(path, $"two sources are called '{twice.Key}'")
        : read;

    /// <summary>Over an open line only to this machine itself.</summary>
    private static bool IsSafe(string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool IsLoopback(string address) => System.Net.IPAddress.IsLoopback(System.Net.IPAddress.Parse(address));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ServerSettings))]
internal sealed partial class ServerSettingsContext : JsonSerializerContext;
