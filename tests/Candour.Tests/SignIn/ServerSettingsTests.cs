using Candour.Kernel;
using Candour.SignIn;

namespace Candour.Tests.SignIn;

/// <summary>Settings that would open the server too far are refused before it starts.</summary>
public sealed class ServerSettingsTests
{
    [Theory]
    [InlineData("{\"listen\": \"0.0.0.0\"}", "certificateFile")]
    [InlineData("{\"listen\": \"everywhere\"}", "not an address")]
    [InlineData("{\"listen\": \"0.0.0.0\", \"certificateFile\": \"/no/such/file\"}", "not there")]
    [InlineData("{\"provider\": {\"authority\": \"http://login.example\", \"clientId\": \"c\", \"clientSecretFile\": \"/x\", \"groupClaim\": \"g\", \"groups\": []}}", "https")]
    [InlineData("{\"provider\": {\"authority\": \"https://login.example\", \"clientId\": \"c\", \"clientSecretFile\": \"/no/such\", \"groupClaim\": \"g\", \"groups\": []}}", "clientSecretFile")]
    [InlineData("{\"lisen\": \"\"}", "line 1")]
    [InlineData("{", "line 1")]
    [InlineData("null", "empty")]
    [InlineData("{\"sources\": [{\"name\": \"a\", \"kind\": \"Sqlite\", \"mapping\": \"m\", \"query\": \"DELETE FROM x\", \"file\": \"/x\"}]}", "is not one SELECT")]
    [InlineData("{\"sources\": [{\"name\": \"a\", \"kind\": \"Sqlite\", \"mapping\": \"m\", \"query\": \"SELECT 1\", \"file\": \"/no/such\"}]}", "is not there")]
    [InlineData("{\"sources\": [{\"name\": \"a\", \"kind\": \"PostgreSql\", \"mapping\": \"m\", \"query\": \"SELECT 1\", \"connection\": \"Host=h;Database=d;Password=x\"}]}", "holds a password")]
    public void Are_refused_in_a_sentence_that_says_why(string text, string why)
    {
        using var folder = new TemporaryFolder();

        var refusal = Assert.IsType<Result<ServerSettings>.Refused>(ServerSettings.Read(folder.Write("settings.json", text))).Refusal;

        Assert.Contains(why, refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.IsType<Result<ServerSettings>.Refused>(ServerSettings.Read("/no/such/settings.json"));

    [Fact]
    public void Without_a_file_only_this_machine_is_served() => Assert.Equal(ServerSettings.Default, Assert.IsType<Result<ServerSettings>.Accepted>(ServerSettings.Read("")).Value);
}
