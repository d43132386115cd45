Console.WriteLine("Candour");
