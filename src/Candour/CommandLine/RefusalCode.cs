using System.Globalization;
using System.Text;
using Candour.Intake.Reading.Confined;
using Candour.Kernel;

namespace Candour.CommandLine;

/// <summary>The machine code of a refusal: its name in capital letters with underscores.</summary>
internal static class RefusalCode
{
    public static string Of(Refusal refusal)
    {
        var code = new StringBuilder();
        foreach (var letter in refusal is RefusedByReader read ? read.Kind : refusal.GetType().Name)
        {
            if (char.IsUpper(letter) && code.Length > 0)
            {
                code.Append('_');
            }

            code.Append(char.ToUpper(letter, CultureInfo.InvariantCulture));
        }

        return code.ToString();
    }
}
