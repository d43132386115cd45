using System.Numerics;

namespace Candour.Synthesis.Chance;

/// <summary>
/// A random generator whose numbers are the same for a seed on every machine and in every version of .NET, which
/// <see cref="Random"/> does not promise: xoshiro256** (Blackman and Vigna, "Scrambled linear pseudorandom number
/// generators", ACM Transactions on Mathematical Software 47, 2021), its state filled by SplitMix64. Everything after
/// it uses only whole numbers and the four basic operations on doubles, which are exactly defined; library functions
/// such as Math.Exp are not, in their last digit. Not for secrets.
/// </summary>
internal sealed class StableRandom
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <param name="seed">Any number.</param>
    /// <param name="stream">Another series of the same seed, so that two users of a seed do not disturb each other.
    /// </param>
    public StableRandom(int seed, uint stream)
    {
        var state = ((ulong)stream << 32) | unchecked((uint)seed);
        (s0, s1, s2, s3) = (SplitMix64(ref state), SplitMix64(ref state), SplitMix64(ref state), SplitMix64(ref state));
    }

    /// <summary>A whole number from 0 to <paramref name="bound"/> − 1; <paramref name="bound"/> is at least 1. Taken
    /// from the high half of a 128-bit product; the bias is below 1 in 2³² for bounds below 2³².</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (int)Math.BigMul(Next(), (ulong)bound, out _);
    }

    /// <summary>True <paramref name="times"/> times in 1,000.</summary>
    public bool InThousand(int times) => Below(1000) < times;

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True with this probability, to six digits.</summary>
    public bool InOne(double probability) => Below(1_000_000) < probability * 1_000_000;

    /// <summary><c>yes</c> or <c>no</c>, or empty where it was not recorded; both in 1,000.</summary>
    public string YesNo(int yes, int notRecorded = 0) =>
        InThousand(notRecorded) ? "" : InThousand(yes) ? "yes" : "no";

    /// <summary>A count of independent events with this mean (Poisson; above 30 a rounded normal).</summary>
    public int Count(double mean)
    {
        if (mean > 30)
        {
            return (int)Math.Max(0, mean + (Math.Sqrt(mean) * Normal()) + 0.5);
        }

        var limit = Exponential(-mean / 6);
        limit = limit * limit * limit * limit * limit * limit;
        var count = 0;
        for (var product = Uniform(); product > limit; product *= Uniform())
        {
            count++;
        }

        return count;
    }

    /// <summary>How much each of so many places differs from the usual: log-normal around 1.</summary>
    public double[] Tilts(int places, double spread)
    {
        var tilts = new double[places];
        for (var i = 0; i < places; i++)
        {
            tilts[i] = LogNormal(1, spread);
        }

        return tilts;
    }

    /// <summary>Close to standard normal: twelve uniform numbers less six (mean 0, variance 1, never beyond ±6).
    /// </summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += Uniform();
        }

        return sum;
    }

    /// <summary>Log-normal with this median; <paramref name="spread"/> is the standard deviation of the logarithm.
    /// </summary>
    public double LogNormal(double median, double spread) => median * Exponential(spread * Normal());

    /// <summary>e to the x, to about seven digits for |x| below 7.</summary>
    private static double Exponential(double x)
    {
        var y = x / 1024;
        var power = 1 + (y * (1 + (y / 2 * (1 + (y / 3)))));
        for (var i = 0; i < 10; i++)
        {
            power *= power;
        }

        return power;
    }

    private static ulong SplitMix64(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    private double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
            var t = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= t;
            s3 = BitOperations.RotateLeft(s3, 45);
            return result;
        }
    }
}
