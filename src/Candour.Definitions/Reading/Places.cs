namespace Candour.Definitions.Reading;

/// <summary>Where in a file each thing was read, so that a problem found later still names the place.</summary>
internal sealed class Places
{
    private readonly Dictionary<object, Entry> places = new(ReferenceEqualityComparer.Instance);

    public T Keep<T>(T thing, Entry at)
        where T : class
    {
        places[thing] = at;
        return thing;
    }

    public Entry? TryFind(object thing) => places.GetValueOrDefault(thing);

    public Entry Of(object thing, Entry otherwise) => places.GetValueOrDefault(thing, otherwise);
}
