namespace Candour.Statistics;

/// <summary>
/// Random numbers that are the same for the same seed, on every machine and in every version of .NET (Steele, Lea and
/// Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, 453-472). The seed is kept with every result.
/// </summary>
public sealed class SeededDraws(ulong seed)
{
    private ulong state = seed;

    /// <summary>Any 64 bits.</summary>
    public ulong Bits()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A whole number from 0 to one below <paramref name="choices"/>, which is above 0.</summary>
    public int Below(int choices)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(choices);
        return (int)((UInt128)Bits() * (ulong)choices >> 64);
    }

    /// <summary>Strictly between 0 and 1.</summary>
    public double Unit() => ((Bits() >> 11) + 0.5) / (1UL << 53);

    /// <summary>A beta deviate with both shapes above 0, from two gamma deviates.</summary>
    public double Beta(double a, double b)
    {
        // Logarithms, because a small shape may give a deviate below every number.
        var (x, y) = (LogGamma(a), LogGamma(b));
        return 1 / (1 + Math.Exp(y - x));
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(Unit())) * Math.Cos(2 * Math.PI * Unit());

    /// <summary>The logarithm of a gamma deviate (Marsaglia and Tsang, "A simple method for generating gamma
    /// variables", ACM Transactions on Mathematical Software 26, 2000, 363-372).</summary>
    private double LogGamma(double shape)
    {
        if (shape < 1)
        {
            return LogGamma(shape + 1) + (Math.Log(Unit()) / shape);
        }

        var d = shape - (1 / 3.0);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(Unit()) < (x * x / 2) + (d * (1 - v + Math.Log(v))))
            {
                return Math.Log(d) + Math.Log(v);
            }
        }
    }
}
