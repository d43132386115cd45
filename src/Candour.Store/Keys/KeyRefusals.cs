using Candour.Kernel;

namespace Candour.Store.Keys;

/// <summary>A key of the workspace is not where it should be.</summary>
public sealed record NoSuchKey(string Path, string HowToMake) : Refusal(
    $"There is no key at {Path}: put it back from its copy, set CANDOUR_KEYS to the folder that holds it, or make one with "
    + $"'{HowToMake}'.");

/// <summary>Others can read a key.</summary>
public sealed record KeyIsReadByOthers(string Path) : Refusal(
    $"The key {Path} can be read by other people: run 'chmod 600 {Path}' and try again.");

/// <summary>A demonstration has no secrets.</summary>
public sealed record DemoHasNoKeys() : Refusal(
    "A demonstration has no keys of its own, and can be made again at any time: nothing of it is signed or backed up.");
