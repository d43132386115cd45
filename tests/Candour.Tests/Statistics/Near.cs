using System.Globalization;
using System.Text.Json;
using Candour.Statistics;

namespace Candour.Tests.Statistics;

/// <summary>Comparisons of calculated numbers.</summary>
internal static class Near
{
    /// <summary>Equal to a relative error, nine digits unless told otherwise; 0 only to 1e-15.</summary>
    public static void Equal(double expected, double actual, double relative = 1e-9) =>
        Assert.True(
            Math.Abs(expected - actual) <= relative * Math.Max(Math.Abs(expected), 1e-6), $"{expected}, {actual}");

    public static Estimate.Known Known(Estimate estimate) => Assert.IsType<Estimate.Known>(estimate);

    public static List<double> Numbers(this JsonElement file, string name) =>
        [.. file.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    public static double Number(this JsonElement file, string name) => file.GetProperty(name).GetDouble();

    /// <summary>The numbers of a cell, separated by spaces.</summary>
    public static List<double> Numbers(this Dictionary<string, string> row, string heading) =>
        [.. row[heading].Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    /// <summary>The share in two cells.</summary>
    public static ShareCount Share(this Dictionary<string, string> row, string numerator, string denominator) =>
        new((long)row.Number(numerator), (long)row.Number(denominator));

    /// <summary>The interval as the page would print it.</summary>
    public static void Shows(
        this Dictionary<string, string> row, Interval interval, string lower = "lower", string upper = "upper")
    {
        row.Shows(lower, interval.Lower);
        row.Shows(upper, interval.Upper);
    }

    /// <summary>The words of a cell, whatever their case and spaces.</summary>
    public static void ShowsWords(this Dictionary<string, string> row, string heading, string words) =>
        WorkedExample.Says(row[heading], words);

    /// <summary>The estimate as the page would print it.</summary>
    public static void Shows(
        this Dictionary<string, string> row, string heading, Estimate estimate, string lower = "lower",
        string upper = "upper")
    {
        var known = Known(estimate);
        row.Shows(heading, known.Value);
        row.Shows(lower, known.Interval.Lower);
        row.Shows(upper, known.Interval.Upper);
    }

    /// <summary>A normal deviate.</summary>
    public static double Normal(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Successes among so many tries.</summary>
    public static long Binomial(this Random random, long n, double chance)
    {
        long x = 0;
        for (long i = 0; i < n; i++)
        {
            x += random.NextDouble() < chance ? 1 : 0;
        }

        return x;
    }

    /// <summary>A Poisson count, for a mean of up to some hundreds.</summary>
    public static long Poisson(this Random random, double mean)
    {
        var (count, product, limit) = (-1L, 1.0, Math.Exp(-mean));
        do
        {
            product *= 1 - random.NextDouble();
            count++;
        }
        while (product > limit);

        return count;
    }
}
