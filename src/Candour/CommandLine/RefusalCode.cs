using System.Globalization;
using System.Text;
using Candour.Kernel;

namespace Candour.CommandLine;

/// <summary>The machine code of a refusal: its name in small letters with hyphens.</summary>
internal static class RefusalCode
{
    public static string Of(Refusal refusal)
    {
        var code = new StringBuilder();
        foreach (var letter in refusal.GetType().Name)
        {
            if (char.IsUpper(letter) && code.Length > 0)
            {
                code.Append('-');
            }

            code.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
        }

        return code.ToString();
    }
}
