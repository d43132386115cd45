using OtpNet;

namespace Candour.SignIn;

/// <summary>Time-based one-time codes (RFC 6238): six digits, thirty seconds, SHA-1, as every authenticator reads them.</summary>
public static class OneTimeCodes
{
    private const int SecretBytes = 20;

    /// <summary>A new secret in base 32, as a person types it into their authenticator.</summary>
    public static string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes));

    /// <summary>
    /// The time step that a code belongs to, if it is one of now, the step before or the step after; -1 if it is none of
    /// them, or of a step that was used already.
    /// </summary>
    /// <param name="secret">In base 32.</param>
    /// <param name="typed">As typed; blanks are left out.</param>
    /// <param name="lastUsed">The step of the last code that was taken.</param>
    /// <param name="now">The time.</param>
    public static long StepOf(string secret, string typed, long lastUsed, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(typed);
        var code = string.Concat(typed.Where(sign => !char.IsWhiteSpace(sign)));
        return new Totp(Base32Encoding.ToBytes(secret))
            .VerifyTotp(now.UtcDateTime, code, out var step, new VerificationWindow(previous: 1, future: 1)) && step > lastUsed
                ? step
                : -1;
    }

    /// <summary>The code of a moment; what an authenticator shows.</summary>
    public static string At(string secret, DateTimeOffset moment) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(moment.UtcDateTime);

    /// <summary>In groups of four, to be typed.</summary>
    public static string InGroups(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return string.Join(' ', secret.Chunk(4).Select(group => new string(group)));
    }
}
