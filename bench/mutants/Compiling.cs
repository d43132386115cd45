using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Candour.Mutants;

/// <summary>Compiles a project with all its mutants in it. Those that do not compile are left out, and it is tried again.</summary>
internal static class Compiling
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Threading; global using System.Threading.Tasks;";

    public static (byte[] Assembly, IReadOnlyList<Mutant> Mutants) Of(string folder, string name, string references)
    {
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var known = Directory.EnumerateFiles(references, "*.dll").Where(path => Path.GetFileNameWithoutExtension(path) != name)
            .Concat(((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(':'))
            .Where(IsManaged).DistinctBy(Path.GetFileName).Select(path => MetadataReference.CreateFromFile(path)).ToList();
        var left = new HashSet<string>();
        while (true)
        {
            var mutants = new List<Mutant>();
            var trees = files.Select(path => CSharpSyntaxTree.ParseText(
                Mutating(path, folder, mutants, left, options), options, path)).ToList();
            trees.Add(CSharpSyntaxTree.ParseText(Mutant.Switch, options));
            trees.Add(CSharpSyntaxTree.ParseText(Usings, options));
            trees.Add(CSharpSyntaxTree.ParseText(
                "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Candour.Tests\")]", options));
            using var stream = new MemoryStream();
            var result = CSharpCompilation.Create(name, trees, known, new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true,
                nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)).Emit(stream);
            if (result.Success)
            {
                return (stream.ToArray(), mutants);
            }

            foreach (var error in result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error))
            {
                Leave(error, mutants, left);
            }
        }
    }

    private static string Mutating(
        string path, string folder, List<Mutant> mutants, HashSet<string> left, CSharpParseOptions options)
    {
        var root = CSharpSyntaxTree.ParseText(File.ReadAllText(path), options).GetRoot();
        return new Mutating(Path.GetRelativePath(folder, path), mutants, left).Visit(root)!.ToFullString();
    }

    /// <summary>Leaves out the mutants nearest around an error; where there is none, all of the member.</summary>
    private static void Leave(Diagnostic error, List<Mutant> mutants, HashSet<string> left)
    {
        var text = error.Location.SourceTree!.GetText().ToString();
        var nodes = error.Location.SourceTree.GetRoot().FindNode(error.Location.SourceSpan).AncestorsAndSelf();
        foreach (var node in nodes)
        {
            var inside = Numbers(text, node.Span).ToList();
            if (inside.Count > 0)
            {
                foreach (var mutant in inside.Select(number => mutants[number]))
                {
                    left.Add(Candour.Mutants.Mutating.Key(mutant.File, mutant.Start, mutant.Change));
                }

                return;
            }
        }

        throw new InvalidOperationException(error.ToString());
    }

    private static IEnumerable<int> Numbers(string text, TextSpan span) =>
        System.Text.RegularExpressions.Regex.Matches(text.Substring(span.Start, span.Length), @"MutantSwitch\.Is\((\d+)\)")
            .Select(match => int.Parse(match.Groups[1].Value));

    private static bool IsManaged(string path)
    {
        try
        {
            System.Reflection.AssemblyName.GetAssemblyName(path);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
