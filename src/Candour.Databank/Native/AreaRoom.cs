namespace Candour.Databank.Native;

/// <summary>
/// Room for what passes need to know of the rows of one area, used again by one pass after the other: three numbers a row.
/// It is as large as the area from its first use on, for one that grew would leave its smaller self behind; what was in it
/// before is gone.
/// </summary>
/// <param name="rows">How many rows the area has.</param>
internal sealed class AreaRoom(int rows)
{
    private int[] first = [];
    private int[] second = [];
    private int[] third = [];

    public Memory<int> First(int count) => Of(ref first, count);

    public Memory<int> Second(int count) => Of(ref second, count);

    public Memory<int> Third(int count) => Of(ref third, count);

    private Memory<int> Of(ref int[] room, int count)
    {
        if (room.Length == 0)
        {
            room = GC.AllocateUninitializedArray<int>(rows);
        }

        return room.AsMemory(0, count);
    }
}
