using Candour.CommandLine;
using Candour.Intake.Reading.Confined;

// The reading process is no verb for people, and must start fast.
return args is [ReadingServer.Verb]
    ? ReadingServer.Run(Console.OpenStandardInput(), Console.OpenStandardOutput())
    : await CommandTree.RunAsync(args);
