using Google.OrTools.LinearSolver;

namespace Candour.Statistics.Disclosure;

/// <summary>
/// A linear program in the changes that a reader holds possible: for every cell by how much it may differ from its
/// count, so that every sum stays right. Changes rather than counts, because the solver's tolerance is then that of
/// small numbers however large the counts are.
/// </summary>
internal sealed class LinearProgram : IDisposable
{
    /// <summary>A change of less is none: counts are whole.</summary>
    public const double Tolerance = 1e-6;

    private readonly Solver solver;

    private LinearProgram(Solver solver) => this.solver = solver;

    /// <summary>A program with continuous variables, solved by GLOP.</summary>
    public static LinearProgram Continuous() => new(Create("GLOP", "Glop"));

    /// <summary>A program in which variables may be whole, solved by SCIP.</summary>
    public static LinearProgram Whole() => new(Create("SCIP", "SCIP"));

    /// <summary>The solver of this name. The library answers some names with another solver, so what it says of itself
    /// is compared.</summary>
    /// <exception cref="InvalidOperationException">It is not there, or another one came.</exception>
    public static Solver Create(string name, string saysOfItself)
    {
        var solver = Solver.CreateSolver(name);
        return solver?.SolverVersion().StartsWith(saysOfItself, StringComparison.Ordinal) == true
            ? solver : throw new InvalidOperationException($"The solver {name} is not there.");
    }

    public Variable Number(double lower, double upper) => solver.MakeNumVar(lower, upper, "");

    public Variable Choice() => solver.MakeBoolVar("");

    /// <summary>The weighted sum of variables lies between two numbers.</summary>
    public void Hold(double lower, double upper, IEnumerable<(Variable Variable, double Weight)> terms)
    {
        var constraint = solver.MakeConstraint(lower, upper);
        foreach (var (variable, weight) in terms)
        {
            constraint.SetCoefficient(variable, weight);
        }
    }

    /// <summary>What a variable costs in the sum that is made least.</summary>
    public void Cost(Variable variable, double cost) => solver.Objective().SetCoefficient(variable, cost);

    /// <summary>The least cost, or whether there is no solution at all.</summary>
    /// <exception cref="InvalidOperationException">The solver gave up.</exception>
    public bool Minimise() => Solved(solver.Solve());

    /// <summary>Whether the solver found the least cost, or proved that there is no solution.</summary>
    /// <exception cref="InvalidOperationException">It gave up: nothing may be concluded from that.</exception>
    public static bool Solved(Solver.ResultStatus status) =>
        status == Solver.ResultStatus.OPTIMAL || (status == Solver.ResultStatus.INFEASIBLE
            ? false : throw new InvalidOperationException($"The solver ended with {status}."));

    public void Dispose() => solver.Dispose();
}
