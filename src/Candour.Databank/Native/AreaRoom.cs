namespace Candour.Databank.Native;

/// <summary>
/// Room for what passes need to know of the rows of one area, used again by one pass after the other: three numbers a row.
/// It grows where it is too small; what was in it before is gone.
/// </summary>
internal sealed class AreaRoom
{
    private int[] first = [];
    private int[] second = [];
    private int[] third = [];

    public Memory<int> First(int count) => Of(ref first, count);

    public Memory<int> Second(int count) => Of(ref second, count);

    public Memory<int> Third(int count) => Of(ref third, count);

    private static Memory<int> Of(ref int[] room, int count)
    {
        if (room.Length < count)
        {
            room = GC.AllocateUninitializedArray<int>(count);
        }

        return room.AsMemory(0, count);
    }
}
