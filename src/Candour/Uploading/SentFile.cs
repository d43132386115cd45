namespace Candour.Uploading;

/// <summary>A small file that came with a form, in memory.</summary>
public static class SentFile
{
    /// <summary>Its bytes; none when there was no file, and one more than the most when it is larger.</summary>
    public static async Task<byte[]> ReadAsync(IFormFile? file, int most, CancellationToken cancellation)
    {
        if (file is null)
        {
            return [];
        }

        var content = new byte[Math.Min(file.Length, most + 1L)];
        await using var sent = file.OpenReadStream();
        await sent.ReadExactlyAsync(content, cancellation);
        return content;
    }
}
