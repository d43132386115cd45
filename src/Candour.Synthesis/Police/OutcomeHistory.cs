using Candour.Synthesis.Files;
using Candour.Synthesis.Planted;
using Candour.Synthesis.Stories;

namespace Candour.Synthesis.Police;

/// <summary>One row an outcome given to a crime, replaced ones too.</summary>
internal sealed class OutcomeHistory(NationDraw nation) : DatasetFile(Table, nation)
{
    public static readonly SyntheticTable Table = new(
        "outcome-history",
        "crime force offence outcome outcome_subcode assigned_date entered_date replaced_date replaced_by extract_date");

    public override void Tell(CrimeStory crime)
    {
        for (var i = 0; i < crime.Outcomes.Length; i++)
        {
            var given = crime.Outcomes[i];
            var last = i == crime.Outcomes.Length - 1;
            var late = crime.Force.Code == RowErrors.EnteredLate.Place && Random.InOne(RowErrors.EnteredLate.Size);
            var entered = given.Assigned.AddDays(late ? 30 + Random.Below(60) : Random.InThousand(300) ? Random.Below(8) : 0);
            if (late && entered <= RecordedDays.Last)
            {
                Nation.Key.Note(RowErrors.EnteredLate, crime.Crime);
            }

            Write(
                crime.Crime, crime.Force.Code, crime.Offence.Code, given.Outcome.Code, last ? crime.Subcode : "",
                given.Assigned, entered <= RecordedDays.Last ? entered : "",
                last ? "" : crime.Outcomes[i + 1].Assigned, last ? "" : crime.Outcomes[i + 1].Outcome.Code,
                RecordedDays.Last);
        }
    }
}
