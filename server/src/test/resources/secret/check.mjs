// Runs the page verify-ballots.html (first argument) over polls: a directory each, named in lines of the input.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const page = readFileSync(process.argv[2], "utf8");
const script = page.slice(page.indexOf("<script>") + 8, page.indexOf("</script>"));
const check = new Function(`${script}; return check;`)();

for await (const poll of createInterface({ input: process.stdin })) {
  const files = new Map(readdirSync(poll).map(name => [name, new Uint8Array(readFileSync(join(poll, name)))]));
  try {
    const { cast, valid } = await check(files);
    console.log(`sound ${cast} ${valid}`);
  } catch (failure) {
    // One line an answer, whatever the changed byte made of the words.
    console.log(`bad ${failure.message.replaceAll(/\s+/g, " ")}`);
  }
}
