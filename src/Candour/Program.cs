using System.Globalization;
using Candour.CommandLine;
using Candour.Intake.Reading.Confined;

// No language of a machine or of its user has a part in what is written or read.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// The reading process is no verb for people, and must start fast.
return args is [ReadingServer.Verb]
    ? ReadingServer.Run(Console.OpenStandardInput(), Console.OpenStandardOutput())
    : await CommandTree.RunAsync(args);
