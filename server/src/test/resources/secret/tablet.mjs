// The tablet's own code, driven line by line: each input is a JSON object with `do`, each output the answer. The first argument is
// the directory of tablet-web; its sources are TypeScript, so they are stripped of their types into its cache first.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const web = process.argv[2];
const ts = createRequire(join(web, "package.json"))("typescript");
const from = join(web, "src/core/secret");
const to = join(web, "node_modules/.cache/secret-ballot");
mkdirSync(to, { recursive: true });
for (const file of readdirSync(from).filter(name => name.endsWith(".ts") && !name.includes(".test."))) {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const plain = ts.transpileModule(readFileSync(join(from, file), "utf8"), { compilerOptions: options }).outputText;
  writeFileSync(join(to, file.replace(/ts$/, "mjs")), plain.replace(/(from "\.\/[a-z-]+\.)ts"/g, '$1mjs"'));
}
const load = name => import(pathToFileURL(join(to, `${name}.mjs`)).href);
const { base64, fromBase64 } = await load("bytes");
const { readPoll, ballotOf } = await load("poll");
const { ask, issueText, mark, taken } = await load("ticket");
const { open, seal } = await load("envelope");
const { findOwn } = await load("board");

let poll;
let asked;
let ticket;
let cast;
let sealed;
const steps = {
  poll: async ({ bytes, hash }) => {
    poll = await readPoll(fromBase64(bytes), hash);
    return { fingerprint: poll.fingerprint };
  },
  ask: async ({ person }) => {
    asked = await ask(poll);
    const blinded = base64(asked.blinded);
    return { blinded, text: base64(issueText(poll, person, blinded)) };
  },
  take: async ({ answer }) => {
    ticket = await taken(poll, asked, fromBase64(answer));
    return {};
  },
  mark: async ({ code, marks }) => {
    cast = await mark(ticket, ballotOf(poll, code, marks));
    return {};
  },
  seal: async () => {
    sealed = await seal(poll, cast);
    return { request: base64(sealed.request) };
  },
  open: async ({ reply }) => ({ kind: (await open(poll, cast, sealed, fromBase64(reply))).kind }),
  find: async board => ({ own: await findOwn(poll, cast, board) }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const said = JSON.parse(line);
  try {
    console.log(JSON.stringify(await steps[said.do](said)));
  } catch (failure) {
    console.log(JSON.stringify({ failure: failure.message }));
  }
}
