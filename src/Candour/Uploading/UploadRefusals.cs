using Candour.Kernel;

namespace Candour.Uploading;

/// <summary>There is no such upload any more, or it is somebody else's.</summary>
public sealed record UploadIsGone() : Refusal(
    "There is no file of yours waiting here: it was cancelled, or it waited for more than an hour. "
    + "Nothing of it was taken unless there is a receipt; send it again if there is none.");

/// <summary>One person has too many files waiting.</summary>
public sealed record TooManyUploads() : Refusal(
    "You have several files waiting already: submit or cancel one of them first. Nothing of this one was taken.");

/// <summary>The file holds, or would replace, rows of places that the sender may not submit.</summary>
public sealed record PlaceIsNotYours(string File) : Refusal(
    $"The file {File} holds, or would take the place of, rows of an agency or area that you may not submit: nothing was taken. "
    + "Send only your own area's rows, or ask for the right to submit the others.");

/// <summary>Something else came into force between the preview and the submission.</summary>
public sealed record PreviewIsOld() : Refusal(
    "Something else was submitted since you saw what would change: look at it again, and submit then. Nothing was taken.");

/// <summary>Another source has that name already.</summary>
public sealed record SourceNameIsTaken(string Title) : Refusal(
    $"There is a source called '{Title}' already, with other columns: choose it when you send the file, or give this one another name.");

/// <summary>The sender may not submit such rows for that agency.</summary>
public sealed record AgencyIsNotYours(string Agency) : Refusal(
    $"You may not submit rows of this kind for '{Agency}': write the short name of your own agency, as your assignment has it.");

/// <summary>Something went wrong that is not the file's fault.</summary>
public sealed record ReadingFailed(string File, string Fault) : Refusal(
    $"The file {File} could not be read because of a fault of the program ({Fault}): nothing was taken. Tell whoever runs it.");
