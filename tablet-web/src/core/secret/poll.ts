import { type Bytes, fromBase64, hex, sha256, utf8 } from "./bytes.ts";

/** A secret poll's definition as the tablet shows it. All of it is in `bytes`, which everything else names by `hash`. */
export interface Poll {
  hash: string;
  /** Eight digits to compare with the big screen. */
  fingerprint: string;
  title: string;
  /** An election: lines that may be marked at most; 0: each line is answered by itself. */
  seats: number;
  blankValid: boolean;
  options: { code: string; label: string }[];
  lines: { id: string; name: string }[];
  /** X.509 in Base64. */
  issuer: string;
  /** P-256 point. */
  box: Bytes;
  /** Ed25519 key. */
  receipt: Bytes;
}

export interface Mark {
  line: string;
  option: string;
}

const form =
  /^plenum-poll 1\npoll [A-Za-z0-9_-]{1,64}\ntitle ([^\n]+)\nseats (0|[1-9]\d?)\nblank (valid|invalid)\n((?:option [A-Z_]{1,16} [^\n]+\n){1,8})((?:line [a-z0-9]{1,8} [^\n]+\n){1,40})eligible [1-9]\d{0,5} [0-9a-f]{64}\n(?:board [A-Za-z0-9_-]{1,64} [^\n ]+\n){3,9}issuer ([^\n ]+)\nbox ([^\n ]+)\nreceipt ([^\n ]+)\n$/;

/**
 * Reads a definition. @param journalled its hash as the session's journal has it, which this device has witnessed. Throws for
 * another one: two tablets that were given different keys would notice here.
 */
export async function readPoll(bytes: Bytes, journalled: string): Promise<Poll> {
  const digest = await sha256(bytes);
  const found = form.exec(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  if (!found || hex(digest) !== journalled) throw new Error("not the poll of the session's journal");
  const [, title = "", seats = "", blank, options = "", lines = "", issuer = "", box = "", receipt = ""] = found;
  return {
    hash: journalled,
    fingerprint: (BigInt(`0x${journalled}`) % 100_000_000n).toString().padStart(8, "0"),
    title,
    seats: Number(seats),
    blankValid: blank === "valid",
    options: named(options).map(([code, label]) => ({ code, label })),
    lines: named(lines).map(([id, name]) => ({ id, name })),
    issuer,
    box: fromBase64(box),
    receipt: fromBase64(receipt),
  };
}

function named(block: string): [string, string][] {
  return [...block.matchAll(/[a-z]+ (\S+) ([^\n]+)\n/g)].map(([, id = "", name = ""]) => [id, name]);
}

/** The ballot as it will be published. @param code four digits of the delegate's choice */
export function ballotOf(poll: Poll, code: string, marks: readonly Mark[]): Bytes {
  if (!/^\d{4}$/.test(code)) throw new Error("a check code has four digits");
  const lines = marks.map(mark => `mark ${mark.line} ${mark.option}\n`).join("");
  return utf8(`plenum-ballot 1\ndefinition ${poll.hash}\ncode ${code}\n${lines}`);
}

/** What is on a ballot that this device wrote. */
export function readBallot(ballot: Bytes): { code: string; marks: readonly Mark[] } {
  const text = new TextDecoder().decode(ballot);
  const marks = [...text.matchAll(/^mark (\S+) (\S+)$/gm)].map(([, line = "", option = ""]) => ({ line, option }));
  return { code: /^code (\d{4})$/m.exec(text)?.[1] ?? "", marks };
}
