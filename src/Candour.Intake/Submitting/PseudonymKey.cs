using System.Security.Cryptography;
using Candour.Intake.Mapped;
using Candour.Kernel;
using Candour.Store;
using Candour.Store.Keys;

namespace Candour.Intake.Submitting;

/// <summary>The key of a workspace is not where it should be.</summary>
public sealed record KeyIsMissing(string Path) : Refusal(
    $"The pseudonym key of this workspace is not at {Path}: put it back (from its backup), or set CANDOUR_KEYS to the folder that holds it. "
    + "Without it no identifier can be turned into the pseudonym it had before.");

/// <summary>Others can read the key.</summary>
public sealed record KeyIsOpenToOthers(string Path) : Refusal(
    $"The pseudonym key {Path} can be read by other people: run 'chmod 600 {Path}' and try again.");

/// <summary>A key would lie beside the pseudonyms it makes.</summary>
public sealed record KeyInsideWorkspace(string Folder) : Refusal(
    $"The folder for keys {Folder} lies inside the workspace: name one outside, or a copy of the workspace gives away its key.");

/// <summary>The file that was handed over holds no key.</summary>
public sealed record NotAKey(string Path) : Refusal(
    $"The file {Path} holds no pseudonym key: ask the other agency for its file whose name ends in .key, as it is.");

/// <summary>
/// The secret that makes pseudonyms. Random, 256 bits, one for each workspace, in a file of mode 600 outside the workspace.
/// A demonstration has a key that everybody knows, so that its results are the same everywhere; therefore it takes only
/// public and synthetic data.
/// </summary>
public static class PseudonymKey
{
    public const string DemoKeyId = "demo";

    private const int KeyBytes = 32;

    /// <summary>Where keys lie: CANDOUR_KEYS, or the person's own folder for application data.</summary>
    public static string DefaultFolder =>
        Environment.GetEnvironmentVariable("CANDOUR_KEYS") is { Length: > 0 } named
            ? named
            : Path.Combine(
                Environment.GetFolderPath(
                    Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "candour", "keys");

    public static string PathOf(string folder, string keyId) => Path.Combine(folder, keyId + ".key");

    /// <summary>Makes a new random key and gives its id, which tells nothing about it.</summary>
    public static Result<string> Create(string folder, string workspaceFolder)
    {
        if (Whole(folder).StartsWith(Whole(workspaceFolder), StringComparison.Ordinal))
        {
            return new KeyInsideWorkspace(folder);
        }

        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        SecretFile.Create(PathOf(folder, IdOf(key)), Convert.ToHexStringLower(key));
        return IdOf(key);
    }

    /// <summary>
    /// Joins the link domain of another agency: takes the key that it handed over, so that one identifier has one pseudonym in both
    /// workspaces. Gives its id, which is the name of the domain.
    /// </summary>
    public static Result<string> Join(string file, string folder, string workspaceFolder)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (Whole(folder).StartsWith(Whole(workspaceFolder), StringComparison.Ordinal))
        {
            return new KeyInsideWorkspace(folder);
        }

        if (!File.Exists(file))
        {
            return new KeyIsMissing(file);
        }

        if (SecretFile.IsOpenToOthers(file))
        {
            return new KeyIsOpenToOthers(file);
        }

        var secret = SecretFile.Read(file);
        if (secret.Length != KeyBytes * 2 || !secret.All(char.IsAsciiHexDigitLower))
        {
            return new NotAKey(file);
        }

        var id = IdOf(Convert.FromHexString(secret));
        if (!File.Exists(PathOf(folder, id)))
        {
            SecretFile.Create(PathOf(folder, id), secret);
        }

        return id;
    }

    private static string IdOf(byte[] key) => "k" + Convert.ToHexStringLower(SHA256.HashData(key))[..16];

    private static string Whole(string folder) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;

    /// <summary>
    /// The pseudonymiser of a workspace; refuses when its key is missing or open to others.
    /// </summary>
    public static Result<Pseudonymiser> Open(Workspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        if (workspace.Kind == WorkspaceKind.Demo)
        {
            return new Pseudonymiser(DemoKeyId, SHA256.HashData("the key of the demonstration is no secret"u8), DemoKeyId);
        }

        var path = PathOf(workspace.Keys, workspace.KeyId);
        if (!File.Exists(path))
        {
            return new KeyIsMissing(path);
        }

        if (SecretFile.IsOpenToOthers(path))
        {
            return new KeyIsOpenToOthers(path);
        }

        return new Pseudonymiser(
            workspace.KeyId, Convert.FromHexString(SecretFile.Read(path)), workspace.KeyId);
    }
}
