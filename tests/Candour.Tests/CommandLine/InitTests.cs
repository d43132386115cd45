namespace Candour.Tests.CommandLine;

public sealed class InitTests
{
    [Fact]
    public void Makes_a_random_key_outside_the_workspace_and_says_where()
    {
        using var one = new OrdinaryWorkspace();
        using var two = new OrdinaryWorkspace();

        var key = one.PseudonymKey;
        Assert.Contains(key, one.Made.Output, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        Assert.NotEqual(File.ReadAllText(key), File.ReadAllText(two.PseudonymKey));
        var secret = File.ReadAllText(key).Trim();
        Assert.All(
            Directory.EnumerateFiles(one.Keys, "*.key"),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(one.Folder, "*", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Refuses_a_folder_that_holds_something_else()
    {
        using var files = new TemporaryFolder();
        files.Write("mine/letter.txt", "Dear all");

        var said = TheProgram.Run("init", "--workspace", files.At("mine"), "--keys", files.At("keys"));

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("is not empty and not a workspace. Nothing was changed", said.Error, StringComparison.Ordinal);
        Assert.Equal([files.At("mine", "letter.txt")], Directory.EnumerateFileSystemEntries(files.At("mine")));
        Assert.False(Directory.Exists(files.At("keys")));
    }

    [Fact]
    public void Remembers_where_its_key_was_put()
    {
        using var files = new TemporaryFolder();
        Assert.Equal(0, TheProgram.Run("init", "--workspace", files.At("w"), "--keys", files.At("safe")).ExitCode);

        var said = TheProgram.Run(
            "import", Repository.At("samples", "cps-case-outcomes-2014-2018", "2014", "principal_offence_category_may_2014.csv"),
            "--workspace", files.At("w"));

        Assert.True(said.ExitCode == 0, said.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void Refuses_a_key_inside_the_workspace(string end)
    {
        using var files = new TemporaryFolder();

        var said = TheProgram.Run("init", "--workspace", files.At("w") + end, "--keys", files.At("w", "keys"));

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("lies inside the workspace", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_to_make_a_workspace_twice()
    {
        using var made = new OrdinaryWorkspace();

        var again = made.Run("init");

        Assert.Equal(2, again.ExitCode);
        Assert.Contains("There is a workspace at", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workspace_of_a_newer_version_is_refused_and_not_touched()
    {
        using var made = new OrdinaryWorkspace();
        var description = Path.Combine(made.Folder, "workspace.json");
        File.WriteAllText(description, File.ReadAllText(description).Replace("\"format\": 1", "\"format\": 99", StringComparison.Ordinal));
        var before = made.Files.Content("workspace");

        var said = made.Run("import", Repository.At("samples", "cps-case-outcomes-2014-2018", "2014", "principal_offence_category_may_2014.csv"));

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("was written by a newer version of Candour (format 99, this program knows 1)", said.Error, StringComparison.Ordinal);
        Assert.Equal(before, made.Files.Content("workspace"));
    }

    [Fact]
    public void A_missing_key_is_said_so_and_nothing_is_taken()
    {
        using var made = new OrdinaryWorkspace();
        File.Delete(made.PseudonymKey);

        var said = made.Run("import", Repository.At("samples", "cps-case-outcomes-2014-2018", "2014"));

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("The pseudonym key of this workspace is not at", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_others_can_read_is_refused()
    {
        using var made = new OrdinaryWorkspace();
        File.SetUnixFileMode(
            made.PseudonymKey,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        var said = made.Run("import", Repository.At("samples", "cps-case-outcomes-2014-2018", "2014"));

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("can be read by other people", said.Error, StringComparison.Ordinal);
    }
}
