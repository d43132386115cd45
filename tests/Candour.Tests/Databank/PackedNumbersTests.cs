using Candour.Databank.Cells;

namespace Candour.Tests.Databank;

/// <summary>Cells of frozen periods are known by the bytes of their files, so that these never change.</summary>
public sealed class PackedNumbersTests
{
    [Fact]
    public void A_run_is_its_length_its_width_and_its_numbers()
    {
        Assert.Equal([3, 0, 0, 0, 2, 1, 0, 2, 0, 44, 1], Written([1, 2, 300]));
        Assert.Equal([0, 0, 0, 0, 1], Written([]));
        Assert.Equal([1, 0, 0, 0, 8, 255, 255, 255, 255, 255, 255, 255, 255], Written([-1]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(4_294_967_295)]
    [InlineData(4_294_967_296)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void What_is_written_is_read_however_long_the_run_is(long most)
    {
        long[] numbers = [.. Enumerable.Range(0, 100_001).Select(at => at % 7 == 0 ? most : at % 200)];

        Span<byte> content = [.. Written(numbers), 17];

        Assert.Equal(numbers, PackedNumbers.Read(ref content));
        Assert.Equal([17], content.ToArray());
    }

    [Fact]
    public void Ints_are_written_as_longs_are()
    {
        int[] numbers = [.. Enumerable.Range(-3, 70_000)];
        using var stream = new MemoryStream();

        PackedNumbers.Write(stream, numbers);

        Assert.Equal(Written([.. numbers.Select(number => (long)number)]), stream.ToArray());
        var content = stream.ToArray().AsSpan();
        Assert.Equal(numbers, PackedNumbers.ReadInts(ref content));
    }

    private static byte[] Written(long[] numbers)
    {
        using var stream = new MemoryStream();
        PackedNumbers.Write(stream, numbers);
        return stream.ToArray();
    }
}
