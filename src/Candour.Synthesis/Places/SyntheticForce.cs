namespace Candour.Synthesis.Places;

/// <summary>An invented police force.</summary>
/// <param name="Code"><c>f01</c> to <c>f44</c>.</param>
/// <param name="Title">An invented place name.</param>
/// <param name="Area">Code of the one area it lies in.</param>
/// <param name="Size">Its part of the nation's crimes, relative to the other forces' sizes.</param>
/// <param name="EthnicityNotRecorded">How often it leaves the victim's ethnicity empty, in 1,000.</param>
public sealed record SyntheticForce(string Code, string Title, string Area, int Size, int EthnicityNotRecorded);
