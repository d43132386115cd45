using System.Globalization;
using Candour.Databank.Columns;
using Candour.Databank.Planning;
using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Submitting;
using Candour.Kernel;

namespace Candour.Bench;

/// <summary>
/// Rows in the shape of the dataset <c>crimes</c> from a stored seed, and the measures that are asked of them: all that the dataset
/// has and, to make a nation's list, shares of missing fields, the 90th percentile beside each median and a few distinct
/// counts; every one by the same ten breakdowns and the whole.
/// </summary>
internal sealed class Nation
{
    private const int RowsInAFile = 250_000;

    private static readonly string[] Fields =
    [
        "victim_sex", "victim_age_group", "victim_ethnicity", "relationship", "victim_gender", "victim_orientation",
        "victim_disability", "victim_religion", "victim_gender_reassignment", "case_complexity",
    ];

    private readonly List<string> forces;
    private readonly List<string[]> codes;
    private readonly string[] days;
    private readonly int rows;

    private Nation(Catalogue catalogue, int rows)
    {
        (Catalogue, this.rows) = (catalogue, rows);
        Dataset = catalogue.Datasets["crimes"];
        Measures = [.. Asked()];
        Plan = PlanCompiling.Compile(Dataset, Measures, catalogue);
        forces = [.. catalogue.HierarchyOf(Dataset).Lowest.Select(area => area.Id)];
        codes = [.. Dataset.Fields.Select(field => field.Type == FieldType.Code
            ? catalogue.CodesOf(Dataset, field.Id).Codes.Select(code => code.Id).ToArray() : [])];
        days = [.. Enumerable.Range(0, 60 * 31).Select(day => new DateOnly(2021, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
    }

    public Catalogue Catalogue { get; }

    public Dataset Dataset { get; }

    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>How many breakdowns every measure has, the whole among them.</summary>
    public static int Breakdowns => Fields.Length + 1;

    /// <summary>The breakdown that a slice is shown by.</summary>
    public static string SliceBy => Fields[2];

    public DatasetPlan Plan { get; }

    public IReadOnlyList<Period> Months { get; } = Period.Of(new DateOnly(2021, 1, 1), 60).Split(1);

    public EncodedColumns Columns { get; private set; } = null!;

    /// <summary>The rows of one area of middle size, where files were asked for.</summary>
    public List<MappedRow> OneArea { get; } = [];

    /// <summary>The same rows as submission files, where they were asked for.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Invents the rows, a file's worth on each thread.</summary>
    /// <param name="catalogue">The definitions.</param>
    /// <param name="rows">How many.</param>
    /// <param name="folder">Where submission files are written; empty for none.</param>
    /// <param name="threads">On how many threads.</param>
    public static Nation Of(Catalogue catalogue, int rows, string folder, int threads)
    {
        var nation = new Nation(catalogue, rows);
        var building = new ColumnsBuilding(nation.Dataset, nation.Plan.Fields);
        var area = nation.Dataset.IndexOf(nation.Dataset.AreaField.Id);
        var starts = Enumerable.Range(0, (rows + RowsInAFile - 1) / RowsInAFile).Select(file => file * RowsInAFile).ToList();
        foreach (var together in starts.Chunk(threads))
        {
            var made = together.AsParallel().AsOrdered().WithDegreeOfParallelism(threads).Select(first =>
            {
                var random = new Random(unchecked(20251124 + first));
                var own = Enumerable.Range(first, Math.Min(RowsInAFile, rows - first)).Select(number => nation.Row(number, random)).ToList();
                if (folder.Length > 0)
                {
                    SubmissionFile.WriteAsync(Path.Combine(folder, $"{first}.parquet"), nation.Dataset, "synthetic", own, CancellationToken.None)
                        .GetAwaiter().GetResult();
                }

                return own;
            }).ToList();
            foreach (var own in made)
            {
                building.Add(own);
                if (folder.Length > 0)
                {
                    nation.OneArea.AddRange(own.Where(row => row.Values[area] == nation.forces[7]));
                }
            }
        }

        if (folder.Length > 0)
        {
            nation.Files.AddRange(starts.Select(first => Path.Combine(folder, $"{first}.parquet")));
        }

        nation.Columns = building.Finish("report");
        return nation;
    }

    private IEnumerable<Measure> Asked()
    {
        var own = Catalogue.Measures.Values.Where(one => one.Datasets.Contains("crimes") && PlannedMeasure.HasCells(one))
            .Select(one => one with { Breakdowns = Fields, Pairs = [] }).ToList();
        var share = own.First(one => one.Formula is Formula.Share && one.Basis == "recorded");
        var missing = Dataset.Fields.Where(field => !field.Required && field.Type is FieldType.Code or FieldType.Date or FieldType.Number)
            .Select(field => share with
            {
                Id = $"bench-missing-{field.Id}", Formula = new Formula.Share(new Condition([new FieldTest(field.Id, TestKind.Missing, [])])),
            });
        var long90 = own.Where(one => one.Formula is Formula.Days { Quantile: 0.5 })
            .Select(one => one with { Id = $"{one.Id}-bench-90", Formula = ((Formula.Days)one.Formula) with { Quantile = 0.9 } });
        var distinct = Dataset.Bases.Take(2).SelectMany(basis => Enumerable.Range(0, 2).Select(at => share with
        {
            Id = $"bench-reports-{basis.Id}-{at}", Basis = basis.Id,
            Population = at == 0 ? share.Population : Condition.Everything, Formula = new Formula.Count("", "report"),
        }));
        return own.Concat(missing).Concat(long90).Concat(distinct).DistinctBy(one => one.Id);
    }

    private MappedRow Row(int number, Random random)
    {
        var values = new string[Dataset.Fields.Count];
        var recorded = random.Next(days.Length - 40);
        for (var at = 0; at < values.Length; at++)
        {
            var field = Dataset.Fields[at];
            values[at] = field.Id switch
            {
                "crime" => number.ToString("x8", CultureInfo.InvariantCulture),
                "report" => random.Next(100) < 15 ? "" : random.Next((rows / 3) + 1).ToString("x8", CultureInfo.InvariantCulture),
                "force" => forces[Math.Min(random.Next(forces.Count), random.Next(forces.Count + 12)) % forces.Count],
                "recorded_date" => days[recorded],
                "reported_date" => days[Math.Max(0, recorded - random.Next(30))],
                "extract_date" => days[^1],
                _ => field.Type switch
                {
                    FieldType.Date => random.Next(100) < 55 ? "" : days[Math.Min(days.Length - 1, recorded + random.Next(700))],
                    FieldType.Number => random.Next(100) < 20 ? "" : random.Next(4).ToString(CultureInfo.InvariantCulture),
                    FieldType.Code => !field.Required && random.Next(100) < 25 ? "" : codes[at][Math.Min(random.Next(codes[at].Length), random.Next(codes[at].Length))],
                    _ => "",
                },
            };
        }

        return new MappedRow(number + 2, values);
    }
}
