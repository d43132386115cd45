using System.Text;
using System.Text.Json;
using Candour.Kernel;
using Candour.Synthesis;
using Candour.Synthesis.Files;

namespace Candour.Tests.Synthesis;

/// <summary>The files as files: the same bytes, plain text, named and counted in the manifest.</summary>
public sealed class SyntheticNationTests(WrittenNation nation) : IClassFixture<WrittenNation>
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        using var one = new WrittenNation(700, 1);
        using var again = new WrittenNation(700, 1);
        using var other = new WrittenNation(700, 2);

        Assert.Equal(one.AllBytes(), again.AllBytes());
        foreach (var table in SyntheticNation.Tables)
        {
            // A nation of 700 crimes is too small for some places to have a row, or one that differs by chance.
            if (one.Manifest.Files.Single(file => file.Name == table.FileName).Rows > 20)
            {
                Assert.False(one.Bytes(table.FileName).AsSpan().SequenceEqual(other.Bytes(table.FileName)), table.FileName);
            }
        }
    }

    [Fact]
    public void The_bytes_are_those_of_this_recipe_on_every_machine()
    {
        // Whoever changes the hash raises SyntheticNation.Recipe. The manifest holds the hash of every file.
        Assert.Equal(2, SyntheticNation.Recipe);
        Assert.Equal(
            "1609a10ab8abd00e6ab2cb27a112a2dd1709bea3c5c4482af8a11da34aa622dc",
            ContentHash.Of(nation.Manifest.ToJson()).Hex);
        Assert.Equal(
            "73764b4be8c227d1d029297f6dfcd6bf5af41e2d6a7a9a844ef31474b1fd5798",
            ContentHash.Of(nation.Bytes(SyntheticNation.AnswerKeyFile)).Hex);
    }

    [Fact]
    public void Is_written_in_little_time()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{SyntheticNation.DefaultCrimes} crimes, {nation.Manifest.Files.Sum(file => file.Rows)} rows in {nation.Elapsed.TotalMilliseconds:F0} ms");

        Assert.InRange(nation.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public void Rows_are_streamed_so_memory_does_not_grow_with_the_crimes()
    {
        using var small = new WrittenNation(2_000, 3);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var large = new WrittenNation(40_000, 3);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.True(large.Manifest.Files[0].Rows > 10 * small.Manifest.Files[0].Rows);
        Assert.InRange(kept, long.MinValue, 20_000_000);
    }

    [Fact]
    public void The_manifest_names_the_rows_and_hashes_of_its_files()
    {
        var manifest = JsonDocument.Parse(nation.Bytes(SyntheticManifest.FileName)).RootElement;

        Assert.Equal("SYNTHETIC", manifest.GetProperty("label").GetString());
        Assert.Contains("no row describes a real person", manifest.GetProperty("notice").GetString()!);
        Assert.Equal(2, manifest.GetProperty("recipe").GetInt32());
        Assert.Equal(SyntheticNation.DefaultSeed, manifest.GetProperty("seed").GetInt32());
        Assert.Equal(SyntheticNation.DefaultCrimes, manifest.GetProperty("crimes").GetInt32());
        Assert.Equal("2022-07", manifest.GetProperty("firstMonth").GetString());
        Assert.Equal("2026-06", manifest.GetProperty("lastMonth").GetString());
        Assert.Equal("2026-06-30", manifest.GetProperty("extractDate").GetString());
        Assert.Equal(nation.Manifest.ToJson(), Encoding.UTF8.GetString(nation.Bytes(SyntheticManifest.FileName)));

        var files = manifest.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(
            SyntheticNation.Tables.Select(table => table.FileName),
            files.Select(file => file.GetProperty("name").GetString()));
        Assert.All(files, file => Assert.Equal(
            ContentHash.Of(nation.Bytes(file.GetProperty("name").GetString()!)).Hex,
            file.GetProperty("sha256").GetString()));
        Assert.Equal(
            SyntheticNation.Tables.Select(table => (long)nation.Rows(table.Dataset).Count),
            files.Select(file => file.GetProperty("rows").GetInt64()));
    }

    [Fact]
    public void Files_are_plain_text_with_line_feeds_and_nothing_to_quote()
    {
        foreach (var name in WrittenNation.Names)
        {
            var bytes = nation.Bytes(name);
            Assert.Equal((byte)'\n', bytes[^1]);
            Assert.NotEqual((byte)'\n', bytes[^2]);
            Assert.True(bytes.All(b => b is (byte)'\n' or >= 0x20 and < 0x7f), name);
            Assert.True(!name.EndsWith(".csv", StringComparison.Ordinal) || !bytes.Contains((byte)'"'), name);
        }
    }

    [Fact]
    public void Every_row_says_that_it_is_synthetic_and_every_file_has_the_columns_of_its_table()
    {
        foreach (var table in SyntheticNation.Tables)
        {
            var rows = nation.Rows(table.Dataset);
            Assert.NotEmpty(rows);
            Assert.Equal(table.Columns.Prepend("label"), rows[0].Keys);
            Assert.All(rows, row => Assert.Equal("SYNTHETIC", row["label"]));
        }
    }

    [Fact]
    public void A_single_crime_is_a_nation_and_files_are_replaced()
    {
        using var small = new WrittenNation(5000, 3);

        var manifest = SyntheticNation.Write(small.Folder, 1, 3);

        Assert.Single(small.Crimes);
        Assert.Equal(ContentHash.Of(small.Bytes(SyntheticNation.CrimesFile)), manifest.Files[0].Hash);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(SyntheticNation.MostCrimes + 1)]
    public void Too_few_and_too_many_crimes_are_refused(int crimes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticNation.Write(nation.Folder, crimes, 1));
}
