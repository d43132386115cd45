using System.Net;
using Candour.Access;
using Candour.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Candour.Tests.SignIn;

/// <summary>
/// Every endpoint of the running program × every role × own and other scope × state, against a reviewed table. A new
/// endpoint without a row fails, and so does a row without an endpoint.
/// </summary>
[Collection(nameof(SecuredSite))]
public sealed class AuthorizationMatrixTests(SecuredSite site)
{
    private static readonly IReadOnlyList<MatrixRow> Table = MatrixRow.Read(
        Path.Combine(AppContext.BaseDirectory, "SignIn", "Fixtures", "authorization.csv"));

    [Fact]
    public void Every_endpoint_has_a_row_and_every_row_an_endpoint() => Assert.Equal(
        Doors.Of(site.Web).Select(one => "/" + one.Endpoint.RoutePattern.RawText!.TrimStart('/')).Where(path => !path.StartsWith("/candour.", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal),
        Table.Select(row => row.Route).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_role_has_a_column() => Assert.All(
        Table, row => Assert.Equal(Enum.GetValues<Role>().Order(), row.Expected.Keys.Order()));

    [Fact]
    public void An_endpoint_without_a_door_stops_the_program()
    {
        using var bare = WebApplication.CreateSlimBuilder().Build();
        bare.MapGet("/forgotten", () => "open");

        var fault = Assert.Throws<InvalidOperationException>(() => Doors.RefuseToOpenWithout(bare));
        Assert.Contains("/forgotten", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_gets_what_the_table_says_and_nothing_else()
    {
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var browsing = await site.AsAsync(role);
            foreach (var row in Table)
            {
                var address = site.Named(row.Address);
                var answer = row.Method == "GET"
                    ? await browsing.GetAsync(address)
                    : await browsing.PostAsync(address, row.Fields, row.Form);
                var got = MatrixRow.Kind(answer);
                if (row.Expected[role] != got)
                {
                    wrong.Add($"{role} {row.Method} {row.Address}: {got} ({(int)answer.Status}), expected {row.Expected[role]}");
                }

                if (row.Route == "/sign-out" && row.Method == "POST" && RoleTable.Assignable.Contains(role))
                {
                    browsing = await site.AsAsync(role);
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task What_is_absent_and_what_is_forbidden_cannot_be_told_apart()
    {
        var force = await site.AsAsync(Role.ForceAnalyst);

        var forbidden = await force.GetAsync("/people");
        var absent = await force.GetAsync("/peoples");
        Assert.Equal(HttpStatusCode.NotFound, forbidden.Status);
        Assert.Equal(absent.Text, forbidden.Text);

        // Another force, and a month before there were any data.
        var elsewhere = await force.GetAsync("/measures/rape-crimes-recorded?dataset=crimes&area=f20&period=2024-03");
        var nothing = await force.GetAsync("/measures/rape-crimes-recorded?dataset=crimes&area=f01&period=1999-03");
        Assert.Contains(Candour.Readings.Seeing.Seen.NothingToSee, elsewhere.Text, StringComparison.Ordinal);
        Assert.Contains(Candour.Readings.Seeing.Seen.NothingToSee, nothing.Text, StringComparison.Ordinal);
    }
}
