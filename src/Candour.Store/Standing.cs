using Candour.Kernel;

namespace Candour.Store;

/// <summary>Where a submission stands now.</summary>
public abstract record Standing
{
    private Standing()
    {
    }

    /// <summary>Its rows count; where a second person is asked for, once that person has approved it.</summary>
    public sealed record InForce : Standing;

    /// <summary>Another one is in its place.</summary>
    public sealed record Replaced(ContentHash By) : Standing;

    /// <summary>It was taken back.</summary>
    public sealed record Withdrawn(DateTimeOffset At) : Standing;

    /// <summary>A second person refused it.</summary>
    public sealed record Refused : Standing;

    /// <summary>Rows of it were erased; what is left is another submission.</summary>
    public sealed record Erased : Standing;

    /// <summary>In words that can follow "it is" or "it was".</summary>
    public string InWords() => this switch
    {
        InForce => "in force",
        Replaced replaced => $"replaced by {replaced.By.Abbreviated}",
        Withdrawn withdrawn => $"withdrawn on {DateOnly.FromDateTime(withdrawn.At.UtcDateTime):yyyy-MM-dd}",
        Refused => "refused by a second person",
        _ => "erased in part or whole",
    };
}

/// <summary>Only what is in force can be taken back.</summary>
public sealed record NotInForce(ContentHash Submission, Standing Standing) : Refusal(
    $"The submission {Submission.Abbreviated} is not in force ({Standing.InWords()}), so there is nothing to take back. Nothing was changed.");
