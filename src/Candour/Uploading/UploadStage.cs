using Candour.Intake;
using Candour.Intake.Submitting;
using Candour.Kernel;

namespace Candour.Uploading;

/// <summary>How far an upload has come.</summary>
public abstract record UploadStage
{
    private UploadStage()
    {
    }

    /// <summary>It waits for its turn or is being read and checked.</summary>
    public sealed record Reading : UploadStage;

    /// <summary>It was checked and waits for its sender: to answer, to submit, or to see what is wrong.</summary>
    /// <param name="File">What was found.</param>
    /// <param name="Preview">What submitting it would do, or why it cannot be submitted.</param>
    /// <param name="Remembered">What was answered about this source before, and was used so that nobody was asked again.</param>
    public sealed record Checked(CheckedFile File, Result<Preview> Preview, IReadOnlyDictionary<string, string> Remembered) : UploadStage;

    /// <summary>It could not be read, or not by this sender.</summary>
    public sealed record Refused(Refusal Refusal) : UploadStage;

    /// <summary>It is a submission.</summary>
    public sealed record Taken(Submitted Submitted) : UploadStage;
}
