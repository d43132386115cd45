using Candour.Synthesis.Files;

namespace Candour.Synthesis.Orders;

/// <summary>A protective order that was granted, as its breaches and the stock of orders need it.</summary>
internal sealed record ProtectiveOrder(
    Reference Reference, int Force, string Type, string Vawg, DateOnly Granted, DateOnly Ends);
