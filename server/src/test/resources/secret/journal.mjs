// Runs the page verify.html (first argument) over an exported journal (second), then over its lines as a liar would have them.
import { readFileSync } from "node:fs";

const page = readFileSync(process.argv[2], "utf8");
const script = page.slice(page.indexOf("<script>") + 8, page.indexOf("</script>"));
globalThis.document = { getElementById: () => ({ addEventListener: () => {} }) };
const own = new Function(`${script}; return { check, electronicPolls, unzip };`)();

const files = await own.unzip(new Uint8Array(readFileSync(process.argv[3])));
console.log(`sound ${(await own.check(files, "")).secret}`);

for (const lie of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    console.log(`sound ${await own.electronicPolls(lie)}`);
  } catch (failure) {
    console.log(`bad ${failure.message}`);
  }
}
