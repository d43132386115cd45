using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Candour.Tests.Architecture;

/// <summary>First digits are a weak screen for counts that have a most: the formula exists, and nothing raises an alarm from
/// it.</summary>
public sealed class NoAlarmTests
{
    [Theory]
    [InlineData("Candour.Intake")]
    [InlineData("Candour.Databank")]
    [InlineData("Candour.Readings")]
    [InlineData("candour")]
    public void No_room_asks_for_first_digits(string room) =>
        Assert.DoesNotContain("FirstDigits", TypesUsed(room));

    [Fact]
    public void A_room_that_asked_would_be_noticed() =>
        Assert.Contains("FirstDigits", TypesUsed("Candour.Tests"));

    private static List<string> TypesUsed(string room)
    {
        using var file = new PEReader(File.OpenRead(System.Reflection.Assembly.Load(room).Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(handle => metadata.GetString(metadata.GetTypeReference(handle).Name))];
    }
}
