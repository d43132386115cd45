using System.Globalization;
using Candour.Store.Auditing;

namespace Candour.Tests.Store;

/// <summary>Ways in which somebody with the database in hand could change its audit trail. Each knows where it begins.</summary>
internal static class Tampering
{
    private static readonly string[] Columns = ["at", "who", "act", "subject", "scope", "reason", "hash"];

    /// <summary>Does one of them, drawn by the random numbers, and gives the first entry that is not as it was.</summary>
    public static long Do(TestDatabase database, Random random, long length)
    {
        var entry = random.NextInt64(1, length);
        switch (random.Next(7))
        {
            case 0:
                FlipABit(database, random, entry);
                return entry;
            case 1:
                database.Execute("DELETE FROM audit WHERE sequence = @entry", new { entry });
                return entry;
            case 2:
                Swap(database, entry, entry + 1);
                return entry;
            case 3:
                Remove(database, entry, length);
                return entry;
            case 4:
                Insert(database, entry, length);
                return entry;
            case 5:
                WriteAnew(database, entry);
                return entry;
            default:
                database.Execute("DELETE FROM audit WHERE sequence > @entry", new { entry });
                database.Execute(
                    "UPDATE audit_head SET sequence = @entry, hash = (SELECT hash FROM audit WHERE sequence = @entry)", new { entry });
                return entry + 1;
        }
    }

    private static void FlipABit(TestDatabase database, Random random, long entry)
    {
        var column = Columns[random.Next(Columns.Length)];
        var text = database.Read<string>($"SELECT {column} FROM audit WHERE sequence = {entry}")[0].ToCharArray();
        var place = random.Next(text.Length);
        text[place] = (char)(text[place] ^ (1 << random.Next(1, 4)));
        database.Execute($"UPDATE audit SET {column} = @text WHERE sequence = @entry", new { text = new string(text), entry });
    }

    private static void Swap(TestDatabase database, long one, long other)
    {
        database.Execute("UPDATE audit SET sequence = -1 WHERE sequence = @one", new { one });
        database.Execute("UPDATE audit SET sequence = @one WHERE sequence = @other", new { one, other });
        database.Execute("UPDATE audit SET sequence = @other WHERE sequence = -1", new { other });
    }

    /// <summary>Takes an entry away and closes the gap.</summary>
    private static void Remove(TestDatabase database, long entry, long length)
    {
        database.Execute("DELETE FROM audit WHERE sequence = @entry", new { entry });
        Move(database, entry + 1, length, -1);
        database.Execute("UPDATE audit_head SET sequence = sequence - 1");
    }

    private static void Insert(TestDatabase database, long entry, long length)
    {
        Move(database, entry, length, 1);
        database.Execute(
            """
            INSERT INTO audit (sequence, at, who, act, subject, scope, reason, hash)
            SELECT @entry, at, who, act, subject, scope, reason, hash FROM audit WHERE sequence = @entry + 1
            """,
            new { entry });
        database.Execute("UPDATE audit SET who = 'somebody' WHERE sequence = @entry", new { entry });
        database.Execute("UPDATE audit_head SET sequence = sequence + 1");
    }

    /// <summary>By way of negative numbers, so that no two entries meet.</summary>
    private static void Move(TestDatabase database, long from, long length, int by)
    {
        database.Execute("UPDATE audit SET sequence = -(sequence + @by) WHERE sequence BETWEEN @from AND @length", new { by, from, length });
        database.Execute("UPDATE audit SET sequence = -sequence WHERE sequence < 0");
    }

    /// <summary>Changes an entry and gives every later one the hash that fits, and the head too: only a signed head knows better.</summary>
    public static void WriteAnew(TestDatabase database, long entry)
    {
        database.Execute("UPDATE audit SET who = 'nobody' WHERE sequence = @entry", new { entry });
        var hash = entry == 1 ? AuditChain.Beginning : database.Read<string>($"SELECT hash FROM audit WHERE sequence = {entry - 1}")[0];
        var changed = new List<object>();
        foreach (var words in database.Read<AuditWords>(string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT sequence, at, who, act, subject, scope, reason FROM audit WHERE sequence >= {entry} ORDER BY sequence")))
        {
            hash = AuditChain.Hash(hash, words);
            changed.Add(new { hash, sequence = words.Sequence });
        }

        database.Execute("UPDATE audit SET hash = @hash WHERE sequence = @sequence", changed);
        database.Execute("UPDATE audit_head SET hash = @hash", new { hash });
    }
}
