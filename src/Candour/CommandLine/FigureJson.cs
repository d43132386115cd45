using Candour.Kernel;
using Candour.Readings;
using Candour.Readings.Asking;

namespace Candour.CommandLine;

/// <summary>The JSON of <c>figure</c>; see docs/json.md.</summary>
internal static class FigureJson
{
    public static IReadOnlyDictionary<string, object?> Of(Reading reading)
    {
        var json = new Dictionary<string, object?>
        {
            ["measure"] = reading.Measure.Id,
            ["version"] = reading.Measure.Version,
            ["title"] = reading.Measure.Title,
        };
        Shared(
            json, reading.Reference.Snapshot, reading.Measure.Unit, reading.Measure.Basis, reading.Question, reading.Figure);
        json["numerator"] = reading.Numerator;
        json["denominator"] = reading.Kind is FigureKind.Count or FigureKind.Amount ? null : reading.Denominator;
        json["missing"] = reading.Missing;
        Number(json, reading.Figure);
        json["gaps"] = reading.Gaps.Select(gap => gap.ToString());
        json["partial"] = reading.Partial.Select(period => period.ToString());
        json["immature"] = reading.Immature;
        json["synthetic"] = reading.IsSynthetic;
        json["dataset"] = reading.Question.Dataset.Id;
        json["agency"] = reading.Reference.Agency;
        json["reference"] = reading.Reference.ToString();
        return json;
    }

    public static IReadOnlyDictionary<string, object?> Of(ShareReading reading)
    {
        var json = new Dictionary<string, object?>
        {
            ["measure"] = $"{reading.Share.Numerator.Id}/{reading.Share.Denominator.Id}",
            ["version"] = $"{reading.Share.Numerator.Version}/{reading.Share.Denominator.Version}",
            ["title"] = $"Share of '{reading.Share.Numerator.Title}' in '{reading.Share.Denominator.Title}'",
        };
        Shared(
            json, reading.Part.Reference.Snapshot, reading.Share.Denominator.Unit, reading.Share.Denominator.Basis,
            reading.Question, reading.Figure);
        json["numerator"] = reading.Part.Numerator;
        json["denominator"] = reading.Whole.Numerator;
        json["missing"] = reading.Whole.Missing;
        Number(json, reading.Figure);
        json["gaps"] = reading.Whole.Gaps.Select(gap => gap.ToString());
        json["partial"] = reading.Whole.Partial.Select(period => period.ToString());
        json["immature"] = reading.Whole.Immature;
        json["synthetic"] = reading.Whole.IsSynthetic;
        json["dataset"] = reading.Question.Dataset.Id;
        json["agency"] = reading.Whole.Reference.Agency;
        json["references"] = new[] { reading.Part.Reference.ToString(), reading.Whole.Reference.ToString() };
        return json;
    }

    private static void Shared(
        Dictionary<string, object?> json, ContentHash snapshot, CountingUnit unit, string basis, Question question, Figure figure)
    {
        json["snapshot"] = snapshot.Hex;
        json["unit"] = unit.Code();
        json["basis"] = basis;
        json["area"] = question.Area.Id;
        json["areaTitle"] = question.Area.Title;
        json["period"] = question.Period.ToString();
        json["where"] = question.Where.ToDictionary(pair => pair.Key, pair => pair.Value);
        json["state"] = figure.State;
        if (figure.Reason.Length > 0)
        {
            json["why"] = figure.Reason;
        }
    }

    /// <summary>Only a known figure has a number; an upper end that the data do not reach is said in a word.</summary>
    private static void Number(Dictionary<string, object?> json, Figure figure)
    {
        if (figure is Figure.Known known)
        {
            json["value"] = known.Value;
            json["lower"] = known.Lower;
            json["upper"] = double.IsInfinity(known.Upper) ? "notReached" : known.Upper;
        }
    }
}
