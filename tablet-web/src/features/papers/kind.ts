import { fold } from "../../core/format.ts";
import type { PaperKind } from "../../core/schemas.ts";

const office = /\.(docx|xlsx|pptx|odt|ods|odp)$/i;
const before2007 = /\.(doc|xls|ppt)$/i;

/** What a file dialog offers. */
export const acceptedFiles = "application/pdf,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp";

/** A file that the server turns into PDF. */
export function isOffice(fileName: string): boolean {
  return office.test(fileName);
}

/** Office files of before 2007, which it does not. */
export function isOldOffice(fileName: string): boolean {
  return before2007.test(fileName);
}

/** Of all files of a folder, those that can become papers; old office files too, so that the secretary hears of them. */
export function isPaperFile(fileName: string): boolean {
  return /\.pdf$/i.test(fileName) || isOffice(fileName) || isOldOffice(fileName);
}

/** How offices name their files, folded; the earliest sign in the name wins, the longer of two that start together. */
const signs: readonly [PaperKind, RegExp][] = [
  ["SUBMISSION", /\bto ?trinh\b|\bttr\b/],
  ["VERIFICATION_REPORT", /\bbao ?cao tham ?tra\b|\btham ?tra\b|\bbctt\b/],
  ["DRAFT_RESOLUTION", /\bdu ?thao (nghi ?quyet|nq)\b|\bnghi ?quyet\b|\bdt ?nq\b|\bnq\b/],
  ["SUMMONS", /\bgiay (trieu ?tap|moi)\b|\btrieu ?tap\b|\bgtt\b|\bgm\b/],
  ["PROGRAMME", /\b(du kien )?chuong ?trinh( ky ?hop)?\b|\blich (hop|lam viec)\b/],
  ["ANNEX", /\bphu ?luc\b|\bpl\d*\b|\bkem theo\b|\bbieu( so)? \d/],
  ["REPORT", /\bbao ?cao\b|\bbc\b/],
];

export interface NameFacts {
  title: string;
  kind: PaperKind;
  /** 125/TTr-UBND */
  number?: string;
}

/** What a file's name says of the paper in it; the secretary can correct it. */
export function readFileName(fileName: string): NameFacts {
  const bare = fileName.normalize("NFC").replace(/\.[A-Za-z0-9]{1,5}$/, "");
  const spaced = bare.replace(/[_\s]+/g, " ").trim();
  const number = numberIn(spaced);
  const facts = { title: spaced.slice(0, 500) || fileName, kind: kindOf(spaced) };
  return number ? { ...facts, number } : facts;
}

function kindOf(name: string): PaperKind {
  const plain = fold(name).replace(/[^a-z0-9]+/g, " ");
  let best: { kind: PaperKind; at: number; length: number } | undefined;
  for (const [kind, sign] of signs) {
    const found = sign.exec(plain);
    if (!found) continue;
    const { index: at } = found;
    const { length } = found[0];
    if (!best || at < best.at || (at === best.at && length > best.length)) best = { kind, at, length };
  }
  return best?.kind ?? "OTHER";
}

function numberIn(name: string): string | undefined {
  const found =
    /(?:^|[^\p{L}\d])(\d{1,5})[\s.\-/]*(TTr|BCTT|BC|NQ|KH|TB|QĐ|QD|CTr|CV|GM|GTT)[\s.\-/]+([\p{Lu}\d][\p{L}\d]{1,12})/u.exec(
      name,
    );
  return found ? `${found[1]}/${found[2]}-${found[3]}` : undefined;
}
