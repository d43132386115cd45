using System.Text.Json.Serialization;

namespace Candour.Intake.Reading.Confined;

/// <summary>One file to read, as the reading process is told: a line of JSON.</summary>
internal sealed record ReadingRequest(
    string Name, string Place, char Delimiter, string Encoding, IReadOnlyList<string> Names, int CpuSeconds);

[JsonSerializable(typeof(ReadingRequest))]
internal sealed partial class ReadingRequestContext : JsonSerializerContext;
