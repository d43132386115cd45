namespace Candour.Statistics;

/// <summary>One step of a survival curve: it holds from this day until the day before the next step.</summary>
/// <param name="Day">A day on which at least one event happened.</param>
/// <param name="AtRisk">Cases without the event and still observed when the day began.</param>
/// <param name="Events">Events on that day; at least 1.</param>
/// <param name="Survival">Share of cases without the event after that day, from 0 to 1.</param>
/// <param name="Band">The pointwise interval of <paramref name="Survival"/>.</param>
public readonly record struct SurvivalStep(int Day, long AtRisk, long Events, double Survival, Interval Band);
