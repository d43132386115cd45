using System.Globalization;
using System.Text.RegularExpressions;
using Candour.Kernel;
using Candour.Readings.Asking;

namespace Candour.Tests.Readings;

/// <summary>Every published CPS percentage and reference figure.</summary>
public sealed partial class CpsFigureTests(DemoWorkspace demo)
{
    [Theory]
    [InlineData("National", "2014-01..2018-03", 42_101, 15_717)]
    [InlineData("National", "2014", 9_354, 3_829)]
    [InlineData("National", "2018", 2_722, 885)]
    [InlineData("North Wales", "2014", 116, 77)]
    [InlineData("North Yorkshire", "2014", 62, 8)]
    [InlineData("Metropolitan and City", "2014", 1_421, 818)]
    public void The_published_reference_figures_come_out(string area, string period, long convicted, long unsuccessful)
    {
        Assert.Equal(convicted, Ask("sexual-offence-prosecutions-convicted", area, period).Numerator);
        Assert.Equal(unsuccessful, Ask("sexual-offence-prosecutions-unsuccessful", area, period).Numerator);
        Assert.Equal(convicted + unsuccessful, Ask("sexual-offence-prosecutions-completed", area, period).Numerator);
        var share = Ask("sexual-offence-prosecutions-convicted-share", area, period);
        Assert.Equal((convicted, convicted + unsuccessful), (share.Numerator, share.Denominator));
    }

    [Theory]
    [InlineData("North Wales", 60.10)]
    [InlineData("North Yorkshire", 88.57)]
    public void The_lowest_and_highest_shares_of_2014_come_out(string area, double percent) => Assert.Equal(
        percent,
        100 * Assert.IsType<Figure.Known>(Ask("sexual-offence-prosecutions-convicted-share", area, "2014").Figure).Value,
        2);

    [Fact]
    public void All_published_percentages_agree_to_their_one_decimal()
    {
        var compared = 0;
        foreach (var path in Directory.EnumerateFiles(
            Repository.At("samples", "cps-case-outcomes-2014-2018"), "*.csv", SearchOption.AllDirectories))
        {
            var period = PeriodOf(path);
            var lines = File.ReadAllLines(path).Select(CsvLine.Split).ToList();
            var header = lines[0];
            foreach (var line in lines.Skip(1))
            {
                for (var column = 1; column + 1 < 49; column += 2)
                {
                    var published = line[column + 1];
                    var name = Number().Match(header[column]);
                    var measure = name.Groups[2].Value == "Convictions"
                        ? "all-prosecutions-convicted-share" : "all-prosecutions-unsuccessful-share";
                    if (Ask(measure, line[0], period, $"offence_category={name.Groups[1].Value}") is { Figure: Figure.Known known })
                    {
                        var stated = double.Parse(published.TrimEnd('%'), CultureInfo.InvariantCulture);
                        Assert.True(
                            Math.Abs((100 * known.Value) - stated) < 0.05 + 1e-9,
                            $"{Path.GetFileName(path)}, {line[0]}, {header[column]}: {stated} published, {100 * known.Value} ours");
                        compared++;
                    }
                    else
                    {
                        Assert.Contains(published, new[] { "-", "0" });
                    }
                }
            }
        }

        Assert.Equal(50_980, compared);
    }

    [Fact]
    public void A_month_without_a_file_is_a_gap_and_never_zero()
    {
        foreach (var gap in new[] { "2015-11", "2016-02", "2016-03", "2017-04", "2017-05", "2017-06" })
        {
            var reading = Ask("sexual-offence-prosecutions-completed", "National", gap);
            Assert.Equal("notRecorded", reading.Figure.State);
            Assert.Equal(gap, Assert.Single(reading.Gaps).ToString());
        }

        Assert.Equal(6, Ask("sexual-offence-prosecutions-completed", "National", "2014-01..2018-03").Gaps.Count);
    }

    [Fact]
    public void The_six_repeats_are_refused_by_name()
    {
        _ = demo.Room;
        foreach (var month in new[] { "July", "August", "September", "October", "November", "December" })
        {
            Assert.Contains($"its name says {month} 2018: it is a repeat", demo.Prepared.Error, StringComparison.Ordinal);
        }

        Assert.Equal(45, demo.Room.Snapshot.SubmissionsOf("prosecution-outcomes").Count());
    }

    /// <summary>The repeats of 2018 are compared with the months they repeat.</summary>
    private static string PeriodOf(string path)
    {
        var file = Path.GetFileName(path);
        var month = Array.FindIndex(
            CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames,
            name => name.Length > 0 && file.Contains("_" + name, StringComparison.OrdinalIgnoreCase)) + 1;
        var year = Path.GetFileName(Path.GetDirectoryName(path))!;
        return $"{(year == "2018" && month > 6 ? "2017" : year)}-{month:00}";
    }

    private Candour.Readings.Reading Ask(string measure, string area, string period, params IReadOnlyList<string> where) =>
        demo.Room.Read(measure, new Asked(area, period, where, ""))
            .Match(reading => reading, refusal => throw new InvalidOperationException(refusal.Sentence));

    [GeneratedRegex("^Number of (.+) (Convictions|Unsuccessful)$")]
    private static partial Regex Number();
}
