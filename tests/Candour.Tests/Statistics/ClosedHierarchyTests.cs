using System.Reflection;
using System.Runtime.CompilerServices;
using Candour.Statistics;

namespace Candour.Tests.Statistics;

/// <summary>Every answer of the room is a closed hierarchy whose reader meets all cases.</summary>
public sealed class ClosedHierarchyTests
{
    private static readonly IReadOnlyList<Type> Hierarchies =
    [
        .. typeof(Estimate).Assembly.GetExportedTypes()
            .Where(type => type.IsAbstract && !type.IsSealed && Cases(type).Count > 0),
    ];

    [Fact]
    public void Every_case_is_matched_by_its_own_function_and_by_no_other()
    {
        Assert.True(Hierarchies.Count > 20);
        foreach (var hierarchy in Hierarchies)
        {
            var match = Match(hierarchy);
            var parameters = match.GetParameters();
            Assert.Equal(
                Cases(hierarchy).Select(type => type.Name).Order(StringComparer.Ordinal),
                parameters.Select(parameter => parameter.ParameterType.GetGenericArguments()[0].Name)
                    .Order(StringComparer.Ordinal));
            foreach (var own in Cases(hierarchy))
            {
                Assert.Equal(own.Name, match.Invoke(RuntimeHelpers.GetUninitializedObject(own), Functions(parameters)));
            }
        }
    }

    [Fact]
    public void A_function_that_is_missing_is_refused()
    {
        foreach (var hierarchy in Hierarchies)
        {
            var match = Match(hierarchy);
            for (var missing = 0; missing < match.GetParameters().Length; missing++)
            {
                var functions = Functions(match.GetParameters());
                functions[missing] = null;
                var fault = Assert.Throws<TargetInvocationException>(() => match.Invoke(
                    RuntimeHelpers.GetUninitializedObject(Cases(hierarchy)[0]), functions));
                Assert.IsType<ArgumentNullException>(fault.InnerException);
            }
        }
    }

    [Fact]
    public void Nobody_else_can_add_a_case() => Assert.All(
        Hierarchies, hierarchy => Assert.All(
            hierarchy.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                .Where(constructor => constructor.GetParameters().Length == 0),
            constructor => Assert.True(constructor.IsPrivate)));

    private static List<Type> Cases(Type hierarchy) =>
        [.. hierarchy.GetNestedTypes().Where(nested => nested.BaseType == hierarchy)];

    private static MethodInfo Match(Type hierarchy) =>
        Assert.Single(hierarchy.GetMethods(), method => method.Name == "Match").MakeGenericMethod(typeof(string));

    private static object?[] Functions(ParameterInfo[] parameters) =>
    [
        .. parameters.Select(parameter => typeof(ClosedHierarchyTests)
            .GetMethod(nameof(NameOf), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(parameter.ParameterType.GetGenericArguments()[0])
            .CreateDelegate(parameter.ParameterType)),
    ];

    private static string NameOf<TCase>(TCase own) => typeof(TCase).Name;
}
