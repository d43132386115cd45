using Candour.Kernel;

namespace Candour.Definitions;

/// <summary>One thing wrong in one definition file, with the place where a person will look.</summary>
/// <param name="File">Path below the definitions folder, with forward slashes.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record Problem(string File, long Line, long Column, string Sentence)
{
    public override string ToString() => $"{File}:{Line}:{Column}: {Sentence}";
}

/// <summary>The definitions cannot be used; nothing is computed from half of them.</summary>
public sealed record DefinitionsNotUsable(IReadOnlyList<Problem> Problems)
    : Refusal(string.Join('\n', Problems.Select(problem => problem.ToString())));

/// <summary>There is no folder of definitions where one was expected.</summary>
public sealed record DefinitionsNotFound(string Folder)
    : Refusal($"There is no folder of definitions at {Folder}: name one with --definitions DIR.");
