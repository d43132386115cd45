using Candour.Access;
using Candour.SignIn;
using Candour.Store;
using Candour.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Candour.Tests.SignIn.SecuredSite))]

namespace Candour.Tests.SignIn;

/// <summary>
/// The real web over an ordinary workspace, made by the real program, with rows that count as confidential, and one person
/// for each role. The rows are invented; their mappings say otherwise, in a copy of the definitions.
/// </summary>
public sealed class SecuredSite : IAsyncDisposable
{
    public const string Agency = "constabulary";
    public const string Password = "correct horse battery staple";

    private readonly TemporaryFolder folder = new();
    private readonly Lazy<WebApplication> web;
    private readonly Dictionary<Role, string> secrets = [];

    public SecuredSite() => web = new Lazy<WebApplication>(() => Start(Site(Clock), Clock));

    public SetClock Clock { get; } = new();

    public WebApplication Web => web.Value;

    public Uri Address => new(Web.Urls.Single());

    public OperationalStore Store => Web.Services.GetRequiredService<OperationalStore>();

    /// <summary>The areas that people are given where their role is about one: one force, one area of two hierarchies.</summary>
    public static IReadOnlyList<(string Hierarchy, string Area)> OwnPlaces(Role role) => role switch
    {
        Role.ForceAnalyst or Role.UnitAnalyst or Role.UnitHead => [("synthetic-nation", "f01")],
        Role.AreaLead or Role.AreaPerformanceManager => [("synthetic-nation", "a01")],
        _ => [("", "")],
    };

    public static string IdOf(Role role) => $"the-{role}".ToLowerInvariant();

    /// <summary>A browser in which the person of that role has signed in; nobody for the anonymous.</summary>
    public async Task<Browsing> AsAsync(Role role)
    {
        var browsing = new Browsing(Address);
        if (RoleTable.Assignable.Contains(role))
        {
            _ = Web;
            await browsing.SignInAsync(IdOf(role), Password, Code(role));
        }

        return browsing;
    }

    /// <summary>A new person of a role in an agency, over a place or all of it, who has signed in.</summary>
    public async Task<(Browsing Browsing, string Person)> NewAsync(Role role, string agency, string hierarchy = "", string area = "")
    {
        var (id, secret, now) = ($"new-{Secret.NewId()}", OneTimeCodes.NewSecret(), Clock.GetUtcNow());
        Store.AddPerson(
            new PersonRecord(id, id, id, SignInKind.Local, true, 1),
            Credentials.None with
            {
                PasswordHash = Passwords.Hash(Password), CodeSecret = Web.Services.GetRequiredService<LocalSignIn>().Protect(secret),
            },
            now,
            new AuditEntry(now, id, "invite", id, "", "test"));
        Store.Assign(
            new AssignmentRecord($"{id}-1", id, role.ToString(), agency, hierarchy, area, new DateOnly(2020, 1, 1), DateOnly.MaxValue),
            now,
            new AuditEntry(now, id, "assign", id, area, "test"));
        Clock.Forward(TimeSpan.FromSeconds(31));
        var browsing = new Browsing(Address);
        await browsing.SignInAsync(id, Password, OneTimeCodes.At(secret, Clock.GetUtcNow()));
        return (browsing, id);
    }

    /// <summary>A code that has not been used: time goes on by a step for each.</summary>
    public string Code(Role role)
    {
        _ = Web;
        Clock.Forward(TimeSpan.FromSeconds(31));
        return OneTimeCodes.At(secrets[role], Clock.GetUtcNow());
    }

    /// <summary>Another server over the same workspace, with its own clock.</summary>
    public WebApplication Another(TimeProvider clock, ServerSettings? settings = null)
    {
        _ = Web;
        return Begin(Open(settings ?? ServerSettings.Default), clock);
    }

    /// <summary>An address with the records of this workspace in the place of their names.</summary>
    public string Named(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Put(Put(Put(address, "{submission}", Submission), "{own-reference}", () => Reference("f01")), "{other-reference}", () => Reference("f20"));

        static string Put(string address, string name, Func<string> record) =>
            address.Contains(name, StringComparison.Ordinal) ? address.Replace(name, record(), StringComparison.Ordinal) : address;
    }

    public string At(params string[] parts) => folder.At(parts);

    public async ValueTask DisposeAsync()
    {
        if (web.IsValueCreated)
        {
            var workspace = web.Value.Services.GetRequiredService<Workspace>();
            await web.Value.DisposeAsync();

            // What waits for the next server of this workspace waits for nobody.
            foreach (var left in Directory.GetDirectories("/dev/shm", $"candour-{workspace.Id}-*"))
            {
                Directory.Delete(left, recursive: true);
            }
        }

        folder.Dispose();
    }

    private string Submission() =>
        Store.CurrentSnapshot()!.Submissions.Select(id => Store.FindSubmission(id)!).First(one => one.Dataset == "crimes").Id.Hex;

    private string Reference(string area)
    {
        var room = new Candour.Readings.Figures.ReadingRoom(Candour.Databank.Snapshots.ReadableSnapshot
            .Open(Web.Services.GetRequiredService<Workspace>(), Web.Services.GetRequiredService<Candour.Definitions.Catalogue>())
            .Match(open => open, refusal => throw new InvalidOperationException(refusal.Sentence)));
        return room.Read("rape-crimes-recorded", new Candour.Readings.Asking.Asked(area, "", [], "crimes"))
            .Match(reading => reading.Reference.ToString(), refusal => throw new InvalidOperationException(refusal.Sentence));
    }

    private Site Site(TimeProvider clock)
    {
        _ = clock;
        var environment = new Dictionary<string, string>
        {
            ["CANDOUR_WORKSPACE"] = folder.At("workspace"), ["CANDOUR_KEYS"] = folder.At("keys"),
        };
        CopyDefinitions();
        Must(TheProgram.Run(environment, "synthesise", folder.At("nation"), "--crimes", "1200"));
        Must(TheProgram.Run(environment, "init"));
        Must(TheProgram.Run(
            environment, "import", folder.At("nation", "synthetic-crimes.csv"), folder.At("nation", "synthetic-suspects.csv"),
            Repository.At("samples", "home-office-outcomes-2018-19"), "--definitions", folder.At("definitions")));
        Must(TheProgram.Run(environment, "snapshot", "--definitions", folder.At("definitions")));
        Must(TheProgram.Run(environment, "compute", "--definitions", folder.At("definitions")));
        return Open(ServerSettings.Default with { AttemptsPerMinute = 100_000 });
    }

    private Site Open(ServerSettings settings) => Workspace.Open(folder.At("workspace"))
        .Then(open => Candour.Definitions.Catalogue.Load(folder.At("definitions")).Then<Site>(
            catalogue => new Site(open, catalogue, settings, 0)))
        .Match(site => site, refusal => throw new InvalidOperationException(refusal.Sentence));

    private WebApplication Start(Site site, TimeProvider clock)
    {
        var started = Begin(site, clock);
        var accounts = started.Services.GetRequiredService<LocalSignIn>();
        foreach (var role in RoleTable.Assignable)
        {
            Settle(site.Workspace.Store, accounts, role, clock.GetUtcNow());
        }

        foreach (var role in (Role[])[Role.UnitAnalyst, Role.Inspector])
        {
            GivePurposes(site.Workspace.Store, role, clock.GetUtcNow());
        }

        return started;
    }

    private static WebApplication Begin(Site site, TimeProvider clock)
    {
        var made = CandourWeb.Create(site, clock);
        made.StartAsync().GetAwaiter().GetResult();
        return made;
    }

    private void Settle(OperationalStore store, LocalSignIn accounts, Role role, DateTimeOffset now)
    {
        var (id, secret) = (IdOf(role), OneTimeCodes.NewSecret());
        secrets[role] = secret;
        store.AddPerson(
            new PersonRecord(id, id, $"The {role}", SignInKind.Local, true, 1),
            Credentials.None with { PasswordHash = Passwords.Hash(Password), CodeSecret = accounts.Protect(secret) },
            now,
            new AuditEntry(now, id, "invite", id, "", "test"));
        foreach (var (hierarchy, area) in OwnPlaces(role))
        {
            store.Assign(
                new AssignmentRecord(
                    $"{id}-{area}", id, role.ToString(), area.Length > 0 ? Agency : "", hierarchy, area, new DateOnly(2020, 1, 1), DateOnly.MaxValue),
                now,
                new AuditEntry(now, id, "assign", id, area, "test"));
        }
    }

    /// <summary>One that is open, one that is over, and one for a force in which the role may or may not look.</summary>
    private static void GivePurposes(OperationalStore store, Role role, DateTimeOffset now)
    {
        foreach (var (end, area, until) in new[] { ("", "f01", now.AddDays(7)), ("-over", "f01", now), ("-elsewhere", "f20", now.AddDays(7)) })
        {
            var id = $"purpose-{role}{end}".ToLowerInvariant();
            store.GivePurpose(
                new PurposeRecord(
                    id, nameof(PurposeKind.AuditSample), IdOf(role), IdOf(Role.AreaLead), "crimes", "synthetic-nation", area, "",
                    "Records are compared with files", now.AddDays(-1), until, 30, 0),
                [],
                new AuditEntry(now, IdOf(Role.AreaLead), "assign purpose", id, area, "test"));
        }
    }

    /// <summary>The definitions, but for two mappings that say that their rows are confidential.</summary>
    private void CopyDefinitions()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.At("definitions"), "*", SearchOption.AllDirectories))
        {
            var copy = folder.At("definitions", Path.GetRelativePath(Repository.At("definitions"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (Path.GetFileName(file) is "synthetic-crimes.yaml" or "synthetic-suspects.yaml" && file.Contains("mappings", StringComparison.Ordinal))
            {
                File.WriteAllText(copy, File.ReadAllText(file)
                    .Replace("data: synthetic", "data: confidential", StringComparison.Ordinal)
                    .Replace("agency: synthetic", $"agency: {Agency}", StringComparison.Ordinal));
            }
            else
            {
                File.Copy(file, copy);
            }
        }
    }

    private static void Must(Said said) => Assert.True(said.ExitCode == 0, said.Error + said.Output);
}
