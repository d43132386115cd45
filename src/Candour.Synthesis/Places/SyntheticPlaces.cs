namespace Candour.Synthesis.Places;

/// <summary>
/// The invented areas and forces: 13 areas, 44 forces, each force in one area. No place here exists; a name that turns
/// out to be a real one is a mistake. The hierarchy <c>synthetic-nation</c> lists the same places.
/// </summary>
public static class SyntheticPlaces
{
    public static IReadOnlyList<SyntheticArea> Areas { get; } =
    [
        new("a01", "Ashmarrow"),
        new("a02", "Brindlevale"),
        new("a03", "Carrowfell"),
        new("a04", "Driftmoor"),
        new("a05", "Elderstrand"),
        new("a06", "Fennimarch"),
        new("a07", "Greyhythe"),
        new("a08", "Harrowfen"),
        new("a09", "Inglemarsh"),
        new("a10", "Jasperfell"),
        new("a11", "Kestrelmoor"),
        new("a12", "Lowenstrand"),
        new("a13", "Mossgarth"),
    ];

    public static IReadOnlyList<SyntheticForce> Forces { get; } =
    [
        new("f01", "Aldermoss", "a01", 50, 146),
        new("f02", "Barrowquay", "a01", 18, 495),
        new("f03", "Birkenhythe", "a01", 6, 222),
        new("f04", "Bramblefirth", "a01", 12, 386),
        new("f05", "Calderstrand", "a02", 11, 539),
        new("f06", "Copperholt", "a02", 15, 320),
        new("f07", "Corvemere", "a02", 24, 441),
        new("f08", "Dapplecombe", "a03", 20, 419),
        new("f09", "Drumfallow", "a03", 22, 288),
        new("f10", "Duskmarsh", "a03", 44, 342),
        new("f11", "Eastermere", "a03", 17, 189),
        new("f12", "Fallowgarth", "a04", 13, 517),
        new("f13", "Farthingmoor", "a04", 7, 178),
        new("f14", "Flintermarsh", "a04", 32, 430),
        new("f15", "Foxenholt", "a05", 10, 473),
        new("f16", "Gannetsea", "a05", 12, 80),
        new("f17", "Gorsewater", "a05", 5, 135),
        new("f18", "Hallowfirth", "a06", 13, 506),
        new("f19", "Hazelmarch", "a06", 58, 91),
        new("f20", "Heronstrand", "a06", 8, 200),
        new("f21", "Ivenmoor", "a06", 28, 452),
        new("f22", "Juniperdown", "a07", 16, 397),
        new("f23", "Kettlemarsh", "a07", 9, 157),
        new("f24", "Larkenfell", "a07", 25, 124),
        new("f25", "Lindenfirth", "a08", 18, 266),
        new("f26", "Marlowquay", "a08", 14, 353),
        new("f27", "Merrowdene", "a08", 30, 277),
        new("f28", "Nettlehythe", "a09", 16, 233),
        new("f29", "Oakenstrand", "a09", 21, 299),
        new("f30", "Osiermoor", "a09", 8, 484),
        new("f31", "Pebblefirth", "a09", 40, 364),
        new("f32", "Quillmarsh", "a10", 36, 331),
        new("f33", "Rookenvale", "a10", 100, 310),
        new("f34", "Saltenmoor", "a10", 7, 463),
        new("f35", "Sedgefirth", "a11", 9, 375),
        new("f36", "Tallowmere", "a11", 72, 102),
        new("f37", "Thistlegarth", "a11", 19, 113),
        new("f38", "Tidewarren", "a12", 23, 244),
        new("f39", "Umberfell", "a12", 15, 255),
        new("f40", "Vellumstow", "a12", 26, 167),
        new("f41", "Willowmarch", "a12", 34, 528),
        new("f42", "Wrensholt", "a13", 10, 211),
        new("f43", "Yarrowstrand", "a13", 11, 550),
        new("f44", "Zephyrdown", "a13", 14, 408),
    ];
}
