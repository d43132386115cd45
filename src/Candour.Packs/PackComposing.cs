using Candour.Readings.Figures;
using Candour.Readings.Words;
using Candour.Store.Packs;

namespace Candour.Packs;

/// <summary>Makes a pack from one snapshot: the same inputs, the same pack, whoever makes it, wherever and whenever.</summary>
public static class PackComposing
{
    /// <summary>Composes the pack without commentary; <see cref="Pack.With"/> adds it.</summary>
    public static Pack Compose(PackSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (room, subject) = (source.ForAudience(), source.Subject);
        var measures = PackMeasures.Of(room, subject);
        var checks = PackChecks.Of(room, subject);
        var (disparities, groups) = PackDisparities.Of(room, subject, measures);
        IReadOnlyList<PackPoint> exceptions =
            [.. PackSignals.Of(subject, measures), .. disparities, .. PackChecks.Exceptions(room, checks)];
        return new Pack(
            subject, room.Snapshot.Record.Id, source.Frozen, room.IsSynthetic(subject.Dataset),
            FiveThings.Of(subject, measures, exceptions, checks, groups), exceptions, measures, checks, groups,
            [.. measures.Select(one => new PackDefinition(
                one.Measure, DefinitionText.Of(one.Measure.Id, room.Catalogue), DefinitionText.InShort(one.Measure, room.Catalogue)))], []);
    }

    /// <summary>
    /// Reads for a viewer everything that the pack shows of a subject, so that it counts as shown to them: what they ask for later is
    /// withheld where it would tell, together with the pack, of a few people.
    /// </summary>
    public static void ShowTo(ReadingRoom room, PackSubject subject)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Audience == PackAudience.Area && !room.Seen.SeesWhole(subject.Dataset))
        {
            PackMeasures.Read(room, subject);
        }
    }

    /// <summary>The same with commentary.</summary>
    public static Pack Compose(PackSource source, IReadOnlyList<PackSentence> commentary) => Compose(source).With(commentary);
}
