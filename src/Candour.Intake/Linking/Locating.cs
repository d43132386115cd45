using Candour.Definitions;
using Candour.Intake.Mapped;
using Candour.Intake.Reading;
using Candour.Kernel;

namespace Candour.Intake.Linking;

/// <summary>The words are no pseudonym.</summary>
public sealed record NoPseudonym() : Refusal("A pseudonym is 32 signs of 0 to 9 and a to f: copy it whole from where it was drawn or disputed.");

/// <summary>The file does not say enough to be read.</summary>
public sealed record CannotBeLocatedIn(string File, string Why) : Refusal($"The file {File} cannot be looked through: {Why}");

/// <summary>The purpose is for other rows than the file has.</summary>
public sealed record PurposeIsForOtherRows(string Dataset) : Refusal(
    $"The purpose is not for rows of '{Dataset}', which this file holds: ask for one that is.");

/// <summary>A row stands outside what the purpose allows.</summary>
public sealed record RowIsOutsideThePurpose() : Refusal(
    "The row lies outside the area or month of the purpose, so its place is not told: ask for a purpose that covers it.");

/// <summary>Where a pseudonym was found.</summary>
/// <param name="Line">The line or row number in the file.</param>
/// <param name="Field">The field that holds it.</param>
public sealed record LocatedRow(long Line, string Field);

/// <summary>
/// Finds the rows behind a pseudonym in the owning area's own extract: every identifier of the file is turned into its pseudonym again, in
/// memory, and compared. Nothing of a row is given back but its line; nothing is written.
/// </summary>
public static class Locating
{
    private const int Length = 32;

    /// <param name="file">The area's own extract.</param>
    /// <param name="mapping">How it is read.</param>
    /// <param name="catalogue">The definitions.</param>
    /// <param name="key">The key of the pseudonyms.</param>
    /// <param name="wishes">How the file is read.</param>
    /// <param name="pseudonym">What is looked for.</param>
    /// <param name="dataset">The dataset whose rows the purpose covers.</param>
    /// <param name="areas">The areas of the lowest level that the purpose covers.</param>
    /// <param name="month">The month that the purpose covers; empty for all.</param>
    /// <returns>The rows in the order of the file; none when no row holds it.</returns>
    public static Result<IReadOnlyList<LocatedRow>> Find(
        SourceFile file, string mapping, Catalogue catalogue, Pseudonymiser key, CheckWishes wishes, string pseudonym, string dataset,
        IReadOnlySet<string> areas, string month)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(month);
        if (pseudonym is not { Length: Length } || !pseudonym.All(char.IsAsciiHexDigitLower))
        {
            return new NoPseudonym();
        }

        return Checking.Check(file, mapping, catalogue, key, wishes).Then(read =>
            read.Dataset.Id != dataset ? new PurposeIsForOtherRows(read.Dataset.Id)
                : read.Questions.Count > 0 ? new CannotBeLocatedIn(file.ShortName, $"{read.Questions[0].Sentence} Answer with --answer {read.Questions[0].Key}=….")
                : In(read, pseudonym, areas, month));
    }

    private static Result<IReadOnlyList<LocatedRow>> In(CheckedFile read, string pseudonym, IReadOnlySet<string> areas, string month)
    {
        var (dataset, found) = (read.Dataset, new List<LocatedRow>());
        var (area, day) = (dataset.IndexOf(dataset.AreaField.Id), dataset.IndexOf(dataset.Bases[0].PeriodField));
        foreach (var row in read.Rows)
        {
            foreach (var field in dataset.Fields.Where(field => field.Type == FieldType.Identifier && row.Values[dataset.IndexOf(field.Id)] == pseudonym))
            {
                if (!areas.Contains(row.Values[area]) || !row.Values[day].StartsWith(month, StringComparison.Ordinal))
                {
                    return new RowIsOutsideThePurpose();
                }

                found.Add(new LocatedRow(row.Line, field.Title));
            }
        }

        return found;
    }
}
