using System.Text.Json;
using Candour.Kernel;

namespace Candour.Uploading;

/// <summary>What must be known of a waiting upload to go on with it after a restart; it lies in memory beside the bytes.</summary>
/// <param name="Id">In its address.</param>
/// <param name="Person">Who sent it.</param>
/// <param name="Name">The name of the file.</param>
/// <param name="Mapping">The mapping that was named; empty for none.</param>
/// <param name="MadeMapping">The text of the mapping that its sender has made; empty for none.</param>
/// <param name="Answers">What was answered.</param>
/// <param name="Began">When it arrived.</param>
public sealed record LeftUpload(
    string Id, string Person, string Name, string Mapping, string MadeMapping, IReadOnlyDictionary<string, string> Answers, DateTimeOffset Began)
{
    public static LeftUpload Of(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return new LeftUpload(
            upload.Id, upload.Sender.Person, upload.File.Name, upload.Mapping, upload.MadeMapping, upload.Answers, upload.Began);
    }

    /// <summary>Writes it beside the bytes at a place. Where the memory is full, the upload goes on and ends with the server.</summary>
    public void WriteBeside(string place)
    {
        try
        {
            Store.WholeFile.Write(Beside(place), JsonSerializer.SerializeToUtf8Bytes(this));
        }
        catch (IOException)
        {
            File.Delete(Beside(place));
        }
    }

    /// <summary>Reads what lies beside the bytes at a place; refuses what was not written to its end.</summary>
    public static Result<LeftUpload> ReadBeside(string place)
    {
        try
        {
            return JsonSerializer.Deserialize<LeftUpload>(File.ReadAllBytes(Beside(place))) is { } left ? left : new UploadIsGone();
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            return new UploadIsGone();
        }
    }

    private static string Beside(string place) => Path.Combine(Path.GetDirectoryName(place)!, "upload.json");
}
