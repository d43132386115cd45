// Answers statements with a ClickHouse in this process: node answer.mjs FOLDER-OF-INSTALL
// One JSON text a line comes in, a statement; one JSON object a line goes out, with its rows as tab-separated text or why it was refused.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const { Session } = createRequire(`${process.argv[2]}/`)("chdb");
const session = new Session();
session.query("SET cast_keep_nullable = 1");
for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify({ rows: session.query(JSON.parse(line), "TabSeparated") ?? "" }));
  } catch (fault) {
    console.log(JSON.stringify({ refused: String(fault.message).split("\n")[0] }));
  }
}
session.close();
