namespace Candour.Definitions.Reading;

/// <summary>Reads how a measure is made: the key that belongs to its type.</summary>
internal sealed class FormulaReader(ConditionReader conditions)
{
    internal static Dictionary<string, EstimateKind> Estimates { get; } = new()
    {
        ["share"] = EstimateKind.Share, ["days"] = EstimateKind.Days, ["number"] = EstimateKind.Number,
    };

    internal static Dictionary<string, Normalisation> Normalisations { get; } = new()
    {
        ["z"] = Normalisation.Z, ["rank"] = Normalisation.Rank,
    };

    internal static Dictionary<string, IndexShows> Shows { get; } = new()
    {
        ["composite"] = IndexShows.Composite, ["stability"] = IndexShows.Stability,
    };

    internal static Dictionary<string, Better> BetterInAnIndex { get; } = new()
    {
        ["higher"] = Better.Higher, ["lower"] = Better.Lower,
    };

    internal static Dictionary<string, AgreementStatistic> Statistics { get; } = new()
    {
        ["kappa"] = AgreementStatistic.Kappa, ["ac1"] = AgreementStatistic.Ac1, ["difference"] = AgreementStatistic.Difference,
    };

    public Formula Read(Entry root, MeasureType type)
    {
        if (type == MeasureType.Count)
        {
            return new Formula.Count(root.TextOrEmpty("amount"), root.TextOrEmpty("distinct"));
        }

        if (type == MeasureType.Share)
        {
            return new Formula.Share(conditions.ReadOrEverything(root.Section("numerator")));
        }

        var key = KeyOf(type);
        if (root.Section(key) is not { } entry)
        {
            return new Formula.Count("", "");
        }

        Formula formula = type switch
        {
            MeasureType.Days => Days(entry),
            MeasureType.Per => new Formula.Per(entry.Text("of"), entry.Text("over"), entry.Number("each")),
            MeasureType.Groups => new Formula.Groups(
                entry.Text("of"), entry.Text("by"), entry.Texts("group", required: true), entry.Texts("reference", required: true)),
            MeasureType.Survey => new Formula.Survey(entry.Text("answer"), entry.Texts("favourable", required: true)),
            MeasureType.Graded => new Formula.Grade(entry.Text("field"), entry.Texts("meets", required: true)),
            MeasureType.Estimate => new Formula.Estimate(
                entry.Text("value"), entry.TextOrEmpty("error"), entry.Choice("is", Estimates)),
            MeasureType.Index => Index(entry),
            _ => new Formula.Agreement(
                entry.Text("first"), entry.Text("second"), entry.Choice("statistic", Statistics), entry.Texts("meets")),
        };
        entry.NothingElse();
        if (formula is Formula.Per { Each: < 1 })
        {
            entry.At("each").Problem("'each' is 1 or more: for how many of the units below the line.");
        }

        return formula;
    }

    /// <summary>The key under which a type's formula stands.</summary>
    internal static string KeyOf(MeasureType type) => type switch
    {
        MeasureType.Days => "days",
        MeasureType.Per => "per",
        MeasureType.Groups => "groups",
        MeasureType.Survey => "survey",
        MeasureType.Graded => "grade",
        MeasureType.Estimate => "estimate",
        MeasureType.Index => "index",
        MeasureType.Agreement => "agreement",
        MeasureType.Share => "numerator",
        _ => "type",
    };

    private static Formula.Days Days(Entry entry)
    {
        var days = new Formula.Days(
            entry.Text("from"), entry.Text("to"), entry.TextOrEmpty("open_until"), entry.Decimal("quantile"), entry.TextOrEmpty("ends_by"));
        if (days.Quantile is <= 0 or >= 1)
        {
            entry.At("quantile").Problem("'quantile' lies between 0 and 1: 0.5 is the median.");
        }

        return days;
    }

    private static Formula.Index Index(Entry entry)
    {
        var parts = entry.Sections("of").Select(Part).ToList();
        var index = new Formula.Index(
            parts, entry.Choice("normalise", Normalisations), entry.Choice("shows", Shows), entry.Number("bottom", 0));
        if (parts.Count < 2)
        {
            entry.At("of").Problem("An index is made of two measures or more.");
        }

        if (index.Shows == IndexShows.Stability != index.Bottom > 0)
        {
            entry.Problem("Stability asks for the number of lowest places in 'bottom'; a composite has none.");
        }

        return index;
    }

    private static IndexPart Part(Entry entry)
    {
        var part = new IndexPart(entry.Text("measure"), entry.Exact("weight", 0), entry.Choice("better", BetterInAnIndex));
        entry.NothingElse();
        if (part.Weight <= 0)
        {
            entry.At("weight").Problem("'weight' is a number above 0.");
        }

        return part;
    }
}
