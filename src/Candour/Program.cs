using Candour.Web;

var web = CandourWeb.Create(5080, () => PageFrame.Empty);
await web.RunAsync();
