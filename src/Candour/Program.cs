using Candour.CommandLine;

return await CommandTree.RunAsync(args);
