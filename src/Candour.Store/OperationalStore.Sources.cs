using Candour.Store.Databases;

namespace Candour.Store;

/// <summary>What people have said about the files of their sources, so that nobody is asked twice.</summary>
public sealed partial class OperationalStore
{
    /// <summary>The mappings that were made in this workspace, as texts by their id.</summary>
    public IReadOnlyDictionary<string, string> KeptMappings() =>
        database.Read<(string Id, string Text)>("SELECT id, text FROM source_mapping ORDER BY id", new { })
            .ToDictionary(row => row.Id, row => row.Text, StringComparer.Ordinal);

    /// <summary>Keeps a mapping; one of the same id is never written over: false when there is one with another text.</summary>
    public bool KeepMapping(string id, string text, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var act = database.Begin();
        if (act.Read<string>("SELECT text FROM source_mapping WHERE id = @Id", new { Id = id }) is [var there])
        {
            return there == text;
        }

        act.Execute(
            "INSERT INTO source_mapping (id, text, kept_by, kept_at) VALUES (@Id, @Text, @By, @At)",
            new { Id = id, Text = text, By = entry.Who, At = Time(entry.At) });
        act.Commit(entry);
        return true;
    }

    /// <summary>What was answered about the files of a source, by the word of the question, such as <c>dates</c>.</summary>
    public IReadOnlyDictionary<string, string> AnswersFor(string mapping) =>
        database.Read<(string Question, string Answer)>(
                "SELECT question, answer FROM source_answer WHERE mapping = @Mapping ORDER BY question", new { Mapping = mapping })
            .ToDictionary(row => row.Question, row => row.Answer, StringComparer.Ordinal);

    /// <summary>Keeps answers about the files of a source, in the place of what was answered before.</summary>
    public void KeepAnswers(string mapping, IReadOnlyDictionary<string, string> answers, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(entry);
        Act(entry, act =>
        {
            ForgetAnswers(act, mapping);
            act.Execute(
                "INSERT INTO source_answer (mapping, question, answer, kept_by, kept_at) VALUES (@Mapping, @Question, @Answer, @By, @At)",
                answers.Select(pair => new { Mapping = mapping, Question = pair.Key, Answer = pair.Value, By = entry.Who, At = Time(entry.At) }));
            return true;
        });
    }

    /// <summary>The next file of the source is asked about again.</summary>
    public void ForgetAnswers(string mapping, AuditEntry entry) => Act(entry, act =>
    {
        ForgetAnswers(act, mapping);
        return true;
    });

    private static void ForgetAnswers(Act act, string mapping) =>
        act.Execute("DELETE FROM source_answer WHERE mapping = @Mapping", new { Mapping = mapping });
}
