using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Candour.Mutants;

/// <summary>
/// Writes every mutant of a file into it, each behind its switch: <c>Is(17) ? a - b : a + b</c>. One assembly holds them
/// all, so nothing is compiled twice. Messages, attributes, constants and null guards (the compiler's null analysis
/// holds those) are left alone.
/// </summary>
internal sealed class Mutating(string file, IList<Mutant> made, IReadOnlySet<string> left) : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    public override SyntaxNode? VisitThrowStatement(ThrowStatementSyntax node) => node;

    public override SyntaxNode? VisitThrowExpression(ThrowExpressionSyntax node) => node;

    public override SyntaxNode? VisitParameter(ParameterSyntax node) => node;

    public override SyntaxNode? VisitConstantPattern(ConstantPatternSyntax node) => node;

    public override SyntaxNode? VisitRelationalPattern(RelationalPatternSyntax node) => node;

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.ConstKeyword) ? node : base.VisitFieldDeclaration(node);

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node) =>
        node.IsConst ? node : base.VisitLocalDeclarationStatement(node);

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) => Counted((ForStatementSyntax)base.VisitForStatement(node)!);

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) => Counted((WhileStatementSyntax)base.VisitWhileStatement(node)!);

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) => Counted((DoStatementSyntax)base.VisitDoStatement(node)!);

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var inner = (ExpressionStatementSyntax)base.VisitExpressionStatement(node)!;
        var text = node.ToString();
        return text.Contains("ThrowIfNull", StringComparison.Ordinal) || Named(node, "nothing") is not { } number
            ? inner
            : SyntaxFactory.ParseStatement($"if (!MutantSwitch.Is({number})) {{ {inner} }}\n");
    }

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var inner = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return node.Condition is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax
            ? inner
            : inner.WithCondition(Switched(node.Condition, inner.Condition, [$"!({node.Condition})"]));
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var inner = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        return node.Condition is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax
            ? inner
            : inner.WithCondition(Switched(node.Condition, inner.Condition, [$"!({node.Condition})"]));
    }

    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => Switched(node, node, ["false"]),
        SyntaxKind.FalseLiteralExpression => Switched(node, node, ["true"]),
        _ => node,
    };

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.UnaryMinusExpression or SyntaxKind.LogicalNotExpression =>
            Switched(node, base.VisitPrefixUnaryExpression(node)!, [node.Operand.ToString()]),
        SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression => node,
        _ => base.VisitPrefixUnaryExpression(node),
    };

    public override SyntaxNode? VisitPostfixUnaryExpression(PostfixUnaryExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.PostIncrementExpression when node.Parent is ExpressionStatementSyntax =>
            node,
        _ => base.VisitPostfixUnaryExpression(node),
    };

    public override SyntaxNode? VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        var inner = base.VisitAssignmentExpression(node)!;
        return node.OperatorToken.Text switch
        {
            "+=" => Switched(node, inner, [$"{node.Left} -= {node.Right}"]),
            "-=" => Switched(node, inner, [$"{node.Left} += {node.Right}"]),
            "*=" => Switched(node, inner, [$"{node.Left} /= {node.Right}"]),
            "/=" => Switched(node, inner, [$"{node.Left} *= {node.Right}"]),
            _ => inner,
        };
    }

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var inner = base.VisitBinaryExpression(node)!;
        string[] others = node.OperatorToken.Text switch
        {
            "+" when !node.ToString().Contains('"', StringComparison.Ordinal) => ["-"],
            "-" => ["+"],
            "*" => ["/"],
            "/" => ["*"],
            "%" => ["*"],
            "<" => [">", "<="],
            "<=" => [">", "<"],
            ">" => ["<", ">="],
            ">=" => ["<", ">"],
            "==" => ["!="],
            "!=" => ["=="],
            "&&" => ["||"],
            "||" => ["&&"],
            _ => [],
        };
        return node.OperatorToken.Text == "??"
            ? Switched(node, inner, [$"{node.Left}", $"{node.Right}"])
            : Switched(node, inner, [.. others.Select(other => $"{node.Left} {other} {node.Right}")]);
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var inner = base.VisitInvocationExpression(node)!;
        return node.Expression is MemberAccessExpressionSyntax called && Calls.Other(called.Name.ToString()) is { } other
            ? Switched(node, inner, [$"{called.Expression}.{other}{node.ArgumentList}"])
            : inner;
    }

    private static T Counted<T>(T loop)
        where T : StatementSyntax => loop.ReplaceNode(
            Body(loop), SyntaxFactory.ParseStatement($"{{ MutantSwitch.Step(); {Body(loop)} }}"));

    private static StatementSyntax Body(StatementSyntax loop) => loop switch
    {
        ForStatementSyntax one => one.Statement,
        WhileStatementSyntax one => one.Statement,
        DoStatementSyntax one => one.Statement,
        _ => throw new InvalidOperationException("Only loops are counted."),
    };

    private ExpressionSyntax Switched(SyntaxNode node, SyntaxNode inner, IReadOnlyList<string> others)
    {
        // A variable that a pattern or an out argument names would be named twice.
        if (node.DescendantNodes().Any(part => part is SingleVariableDesignationSyntax or DeclarationExpressionSyntax))
        {
            return (ExpressionSyntax)inner;
        }

        var text = inner.ToString();
        foreach (var other in others)
        {
            if (Named(node, other) is { } number)
            {
                text = $"(MutantSwitch.Is({number}) ? ({other}) : ({text}))";
            }
        }

        return SyntaxFactory.ParseExpression(text).WithTriviaFrom(inner);
    }

    private int? Named(SyntaxNode node, string after)
    {
        var change = $"{OneLine(node)} → {OneLine(after)}";
        if (left.Contains(Key(file, node.SpanStart, change)))
        {
            return null;
        }

        made.Add(new Mutant(made.Count, file, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, change) { Start = node.SpanStart });
        return made.Count - 1;
    }

    public static string Key(string file, int start, string change) => $"{file}|{start}|{change}";

    private static string OneLine(object text) =>
        string.Join(' ', text.ToString()!.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Calls that are easily mistaken for each other.</summary>
internal static class Calls
{
    private static readonly Dictionary<string, string> Others = new[]
    {
        ("First", "Last"), ("All", "Any"), ("Min", "Max"), ("OrderBy", "OrderByDescending"), ("Floor", "Ceiling"),
        ("Skip", "Take"), ("SkipWhile", "TakeWhile"), ("Exp", "Log"), ("Sin", "Cos"), ("Concat", "Except"), ("Exists", "TrueForAll"),
    }.SelectMany(pair => new[] { pair, (pair.Item2, pair.Item1) }).Append(("Sum", "Max")).Append(("Average", "Max")).ToDictionary();

    public static string? Other(string call) => Others.GetValueOrDefault(call);
}
