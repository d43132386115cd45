namespace Candour.Mutants;

/// <summary>One change of the source that a test ought to notice.</summary>
/// <param name="Number">Its name in the changed assembly.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Change">Before and after.</param>
internal sealed record Mutant(int Number, string File, int Line, string Change)
{
    /// <summary>Position in the file.</summary>
    public int Start { get; init; }

    /// <summary>Added to the changed assembly: which mutant is on, which were reached, and how long a test may go on.</summary>
    public const string Switch =
        """
        public static class MutantSwitch
        {
            public static int Active = -1;
            public static bool[] Reached = new bool[0];
            public static long Steps;
            public static long MostSteps = long.MaxValue;

            public static bool Is(int number)
            {
                unchecked
                {
                    if (number < Reached.Length)
                    {
                        Reached[number] = true;
                    }

                    Step();
                    return number == Active;
                }
            }

            public static void Step()
            {
                if (++Steps > MostSteps)
                {
                    throw new System.TimeoutException("The mutant goes on for ever.");
                }
            }
        }
        """;
}
