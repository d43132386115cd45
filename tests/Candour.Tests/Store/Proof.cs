namespace Candour.Tests.Store;

/// <summary>How far a proof by trying is taken: a little with every test run, and far by <c>bench/store</c>.</summary>
internal static class Proof
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("CANDOUR_PROOFS") == "long";

    public static int Times(int inATest, int inFull) => IsLong ? inFull : inATest;

    public static void Say(string figures) => TestContext.Current.TestOutputHelper?.WriteLine(figures);
}
