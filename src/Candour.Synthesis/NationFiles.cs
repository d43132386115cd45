using Candour.Synthesis.Files;
using Candour.Synthesis.Listening;
using Candour.Synthesis.Orders;
using Candour.Synthesis.Police;
using Candour.Synthesis.Prosecutors;
using Candour.Synthesis.Registers;
using Candour.Synthesis.Surroundings;
using Candour.Synthesis.Workforce;

namespace Candour.Synthesis;

/// <summary>Every file of the nation, in the order in which they are written.</summary>
internal static class NationFiles
{
    public static IReadOnlyList<SyntheticTable> Tables { get; } =
    [
        Crimes.Table, Reports.Table, Victims.Table, Suspects.Table, Relationships.Table, OutcomeHistory.Table,
        VictimsCodeDuties.Table, ReviewRequests.Table, Declines.Table, DigitalNotices.Table, ForensicKits.Table,
        SupervisionReviews.Table, OutcomePanel.Table, PoliceFileAssessments.Table, PublicComplaints.Table,
        ConductAllegations.Table, OrderBreaches.Table, OrdersInForce.Table, ProtectiveOrders.Table, DisclosureScheme.Table,
        ChargingReceipts.Table, ChargingDecisions.Table, Consultations.Table, ActionPlans.Table, FileQuality.Table,
        ProsecutionCases.Table, Defendants.Table, Charges.Table, Hearings.Table, CustodyTimeLimits.Table,
        CourtDirections.Table, VictimLetters.Table, Tasks.Table, CasePractices.Table, CaseResolutions.Table,
        FileAssessments.Table, AssessmentPlan.Table, RecordChecks.Table, Correspondence.Table, Registers.Units.Table,
        Actions.Table, AdjustmentRequests.Table, AdvocacyAssessments.Table, Advocates.Table, CertificateAssertions.Table,
        CommentaryClaims.Table, ComplianceChecks.Table, FeedbackItems.Table, FrameworkCoverage.Table, Meetings.Table,
        PracticeAdoptions.Table, Recommendations.Table, Reconciliations.Table, Releases.Table, Risks.Table,
        SelfAssessments.Table, ScrutinyPanels.Table, PanelLearning.Table, EngagementActivities.Table,
        EngagementSuggestions.Table, Spaces.Table, ProblemPlans.Table, Documents.Table, ReflectivePractice.Table,
        InvestigatorWorkforce.Table, InvestigatorSickness.Table, InvestigatorTraining.Table, WorkforceReturns.Table,
        ProsecutionWorkforce.Table, ProsecutionSickness.Table, AnalysisTraining.Table, TimeLog.Table, Costs.Table,
        SurveyAnswers.Table, SurveyInvitations.Table, Population.Table, PublicConfidence.Table, SupportDisclosures.Table,
        VictimExperience.Table,
    ];

    /// <summary>Opens them all, in the same order.</summary>
    public static IReadOnlyList<DatasetFile> Open(NationDraw nation)
    {
        // These three write when another file tells them to.
        var breaches = new OrderBreaches(nation);
        var inForce = new OrdersInForce(nation);
        var assessed = new FileAssessments(nation);
        var answers = new SurveyAnswers(nation);
        return
        [
            new Crimes(nation), new Reports(nation), new Victims(nation), new Suspects(nation), new Relationships(nation),
            new OutcomeHistory(nation), new VictimsCodeDuties(nation), new ReviewRequests(nation), new Declines(nation),
            new DigitalNotices(nation), new ForensicKits(nation), new SupervisionReviews(nation), new OutcomePanel(nation),
            new PoliceFileAssessments(nation), new PublicComplaints(nation), new ConductAllegations(nation), breaches, inForce,
            new ProtectiveOrders(nation, breaches, inForce), new DisclosureScheme(nation), new ChargingReceipts(nation),
            new ChargingDecisions(nation), new Consultations(nation), new ActionPlans(nation), new FileQuality(nation),
            new ProsecutionCases(nation), new Defendants(nation), new Charges(nation), new Hearings(nation),
            new CustodyTimeLimits(nation), new CourtDirections(nation), new VictimLetters(nation), new Tasks(nation),
            new CasePractices(nation), new CaseResolutions(nation), assessed, new AssessmentPlan(nation, assessed),
            new RecordChecks(nation), new Correspondence(nation), new Registers.Units(nation), new Actions(nation),
            new AdjustmentRequests(nation), new AdvocacyAssessments(nation), new Advocates(nation),
            new CertificateAssertions(nation), new CommentaryClaims(nation), new ComplianceChecks(nation),
            new FeedbackItems(nation), new FrameworkCoverage(nation), new Meetings(nation), new PracticeAdoptions(nation),
            new Recommendations(nation), new Reconciliations(nation), new Releases(nation), new Risks(nation),
            new SelfAssessments(nation), new ScrutinyPanels(nation), new PanelLearning(nation),
            new EngagementActivities(nation), new EngagementSuggestions(nation), new Spaces(nation), new ProblemPlans(nation),
            new Documents(nation), new ReflectivePractice(nation), new InvestigatorWorkforce(nation),
            new InvestigatorSickness(nation), new InvestigatorTraining(nation), new WorkforceReturns(nation),
            new ProsecutionWorkforce(nation), new ProsecutionSickness(nation), new AnalysisTraining(nation),
            new TimeLog(nation), new Costs(nation), answers, new SurveyInvitations(nation, answers), new Population(nation),
            new PublicConfidence(nation), new SupportDisclosures(nation), new VictimExperience(nation),
        ];
    }
}
