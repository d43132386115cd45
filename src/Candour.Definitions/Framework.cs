namespace Candour.Definitions;

/// <summary>What a part of a framework is.</summary>
public enum PartKind
{
    Pillar,
    Question,
    Kpi,
    Aim,
    Principle,
    Goal,
    Group,
}

/// <summary>A place for evidence that is no number: judged against a rubric, never turned into a false figure.</summary>
/// <param name="Id">Its name within the framework.</param>
/// <param name="Title">What is to be shown.</param>
/// <param name="Rubric">The levels, from the lowest up, each in a sentence.</param>
public sealed record EvidenceSlot(string Id, string Title, IReadOnlyList<string> Rubric);

/// <summary>One step on the way of a case: from the cases that come to it to those that go on.</summary>
/// <param name="Title">What the cases that come to it have in common: "Recorded".</param>
/// <param name="Measure">A share: of the cases that come to the step, those that go on.</param>
/// <param name="Decides">Who decides at it whether a case goes on, in a sentence.</param>
/// <param name="Reasons">A count of cases that went no further there; empty where no reasons are held.</param>
/// <param name="By">The field of that count that holds the reason; empty where no reasons are held.</param>
public sealed record AttritionStep(string Title, string Measure, string Decides, string Reasons, string By);

/// <summary>The way of one cohort of cases, step by step.</summary>
/// <param name="Title">Which cases.</param>
/// <param name="Steps">In the order in which cases go through them; at least one. All are shares of one unit on one basis.</param>
/// <param name="Ends">What the cases have in common that pass the last step: "Convicted".</param>
public sealed record AttritionPath(string Title, IReadOnlyList<AttritionStep> Steps, string Ends);

/// <summary>One part of a framework.</summary>
/// <param name="Id">Its name within the framework.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Parent">The part above; empty at the top.</param>
/// <param name="Measures">The measures that answer it.</param>
/// <param name="Evidence">The evidence that answers it.</param>
/// <param name="Attrition">The way of a cohort whose steps are among the measures; absent where there is none.</param>
public sealed record FrameworkPart(
    string Id,
    string Title,
    PartKind Kind,
    string Parent,
    IReadOnlyList<string> Measures,
    IReadOnlyList<EvidenceSlot> Evidence,
    AttritionPath? Attrition = null)
{
    /// <summary>Something answers it.</summary>
    public bool IsAnswered => Measures.Count > 0 || Evidence.Count > 0;
}

/// <summary>A published framework: what is asked, and which measures and evidence answer it.</summary>
/// <param name="Id">Its name; the folder of its measures has the same.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Source">The document it comes from.</param>
/// <param name="IsVerified">Somebody has checked it against the document.</param>
/// <param name="Parts">In the order of the document.</param>
public sealed record Framework(
    string Id, string Title, string Source, bool IsVerified, IReadOnlyList<FrameworkPart> Parts)
{
    /// <summary>The parts directly under a part; of the empty name, the top parts.</summary>
    public IEnumerable<FrameworkPart> Under(string parent) => Parts.Where(part => part.Parent == parent);

    /// <summary>The parts that must be answered: those with nothing below them.</summary>
    public IEnumerable<FrameworkPart> Leaves => Parts.Where(part => !Under(part.Id).Any());
}
