using System.Reflection;

namespace Candour.Mutants;

/// <summary>One test with its arguments: what it reached and how long it took when nothing was changed.</summary>
internal sealed record OneTest(MethodInfo Method, object?[] Arguments)
{
    public string Name => $"{Method.DeclaringType!.Name}.{Method.Name}";

    public bool[] Reached { get; set; } = [];

    public long Steps { get; set; }

    public double Seconds { get; set; }

    /// <summary>The exception it fails with; nothing when it passes.</summary>
    public Exception? Failure()
    {
        object? instance = null;
        try
        {
            instance = Method.IsStatic ? null : Activator.CreateInstance(Method.DeclaringType!);
            if (Method.Invoke(instance, Arguments) is Task task)
            {
                task.GetAwaiter().GetResult();
            }

            return null;
        }
        catch (TargetInvocationException failure)
        {
            return failure.InnerException;
        }
        catch (Exception failure)
        {
            return failure;
        }
        finally
        {
            (instance as IDisposable)?.Dispose();
        }
    }

    /// <summary>Every fact, and every row of every theory, in a namespace.</summary>
    public static IEnumerable<OneTest> In(Assembly assembly, string space) => assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith(space, StringComparison.Ordinal) == true && !type.IsAbstract)
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttributes().Any(one => one.GetType().Name is "FactAttribute" or "TheoryAttribute"))
        .SelectMany(method => Rows(method).Select(row => new OneTest(method, Whole(method, row))));

    private static IEnumerable<object?[]> Rows(MethodInfo method)
    {
        var data = method.GetCustomAttributes().Where(one => one.GetType().GetMethod("GetData") is not null).ToList();
        return data.Count == 0 ? [[]] : data.SelectMany(one => Rows(method, one));
    }

    private static IEnumerable<object?[]> Rows(MethodInfo method, Attribute attribute)
    {
        var get = attribute.GetType().GetMethod("GetData")!;
        var tracker = Activator.CreateInstance(get.GetParameters()[1].ParameterType);
        dynamic pending = get.Invoke(attribute, [method, tracker])!;
        foreach (var row in (System.Collections.IEnumerable)pending.AsTask().GetAwaiter().GetResult())
        {
            yield return (object?[])row.GetType().GetInterface("ITheoryDataRow")!.GetMethod("GetData")!.Invoke(row, null)!;
        }
    }

    private static object?[] Whole(MethodInfo method, object?[] row) =>
    [
        .. method.GetParameters().Select((parameter, i) =>
            parameter.IsDefined(typeof(ParamArrayAttribute)) && !(row.Length == i + 1 && row[i]?.GetType() == parameter.ParameterType)
                ? Rest(row, i, parameter.ParameterType.GetElementType()!)
                : i < row.Length ? row[i] : Type.Missing),
    ];

    private static Array Rest(object?[] row, int from, Type type)
    {
        var rest = Array.CreateInstance(type, row.Length - from);
        for (var i = from; i < row.Length; i++)
        {
            rest.SetValue(row[i], i - from);
        }

        return rest;
    }
}
