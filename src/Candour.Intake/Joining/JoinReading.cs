using Candour.Definitions;
using Candour.Intake.Reading;
using Candour.Kernel;
using SourceMapping = Candour.Definitions.Mapping;

namespace Candour.Intake.Joining;

/// <summary>Reads the files and sheets that a mapping joins, before the file that the rows come from.</summary>
internal static class JoinReading
{
    /// <summary>Reads all of them; refuses what is missing, broken, or would multiply rows.</summary>
    public static Result<Joins> Read(SourceFile file, SourceMapping mapping, CheckWishes wishes) =>
        mapping.Joins.Count == 0 ? Joins.None : new Reader(file, mapping, wishes).All(mapping.Joins, file.ShortName);

    private sealed class Reader(SourceFile file, SourceMapping mapping, CheckWishes wishes)
    {
        private readonly string encoding = wishes.Encoding.Length > 0 ? wishes.Encoding : mapping.Encoding;

        public Result<Joins> All(IReadOnlyList<JoinRule> rules, string to)
        {
            var tables = new List<JoinedTable>();
            foreach (var rule in rules)
            {
                if (!Read(rule, to).Try(out var table, out var refusal))
                {
                    return refusal;
                }

                tables.Add(table);
            }

            return new Joins(tables);
        }

        private Result<JoinedTable> Read(JoinRule rule, string to) => FileOf(rule, to).Then(joined =>
            All(rule.Joins, joined.ShortName).Then(nested => Read(rule, joined, nested)));

        private Result<JoinedTable> Read(JoinRule rule, SourceFile joined, Joins nested)
        {
            var name = rule.Sheet.Length == 0 ? joined.ShortName : $"sheet '{rule.Sheet}'";
            var sink = new JoinSink(rule, joined.ShortName, new JoinedTable(rule, name, wishes.DateWriting ?? mapping.Dates, nested));
            return wishes.Reader(joined, new ReadingWishes(mapping.Delimiter, encoding, [.. rule.Read]), sink)
                .Then(_ => sink.End(mapping.FinalNewline))
                .Then<JoinedTable>(table => joined.IsUnchanged() ? table : new FileChanged(joined.ShortName));
        }

        private Result<SourceFile> FileOf(JoinRule rule, string to)
        {
            if (rule.File.Length == 0)
            {
                return file;
            }

            if (file.Place.Length == 0)
            {
                // A database joins its own tables, in the query of its settings.
                return new JoinedFileMissing(to, rule.File, 0);
            }

            var folder = Path.GetDirectoryName(file.Place)!;
            var found = Directory.GetFiles(folder, rule.File).Where(path => path != file.Place).ToList();
            return found.Count == 1 ? SourceFile.Open(found[0]) : new JoinedFileMissing(to, rule.File, found.Count);
        }
    }
}
