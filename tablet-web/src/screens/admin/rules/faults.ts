import type { NewRuleSet, RulesFault, Share } from "../../../core/schemas.ts";

/** What is wrong with a draft: the server's faults, and numbers and days that are not even sent there. */
export type Fault = { path: string; kind: RulesFault["kind"] | "NUMBER" | "DAY" };

/** Numbers out of range and days not chosen; with one of these there is nothing to ask the server. */
export function typingFaults(draft: NewRuleSet): Fault[] {
  const faults: Fault[] = [];
  const number = (path: string, value: number, least: number, most: number) => {
    if (!(Number.isInteger(value) && value >= least && value <= most)) faults.push({ path, kind: "NUMBER" });
  };
  const share = (path: string, { numerator, denominator }: Share) => {
    if ([numerator, denominator].some(n => !(Number.isInteger(n) && n >= 1 && n <= 100)))
      faults.push({ path, kind: "NUMBER" });
  };
  if (draft.validFrom === "") faults.push({ path: "validFrom", kind: "DAY" });
  if (draft.totalMembers !== undefined) number("totalMembers", draft.totalMembers, 1, 5000);
  share("quorum", draft.quorum);
  number("speechSeconds", draft.speechSeconds, 1, 3600);
  for (const [at, matter] of draft.ballots.matters.entries()) {
    share(`ballots.matters.${at}.pass`, matter.pass);
    if (matter.name === "") faults.push({ path: `ballots.matters.${at}.name`, kind: "NAME_EMPTY" });
    for (const [n, option] of matter.options.entries())
      if (option.label === "") faults.push({ path: `ballots.matters.${at}.options.${n}`, kind: "LABEL_EMPTY" });
    for (const [n, finding] of matter.findings.entries()) {
      share(`ballots.matters.${at}.findings.${n}`, finding.share);
      if (finding.words === "") faults.push({ path: `ballots.matters.${at}.findings.${n}`, kind: "NAME_EMPTY" });
    }
  }
  for (const [at, total] of draft.ballots.totals.entries()) {
    if (total.from === "") faults.push({ path: `ballots.totals.${at}`, kind: "DAY" });
    number(`ballots.totals.${at}`, total.total, 1, 5000);
  }
  number("ballots.tellersLeast", draft.ballots.tellersLeast, 1, 50);
  number("ballots.secretLeast", draft.ballots.secretLeast, 2, 5000);
  return faults;
}

/** The first fault at a place. */
export function faultAt(faults: readonly Fault[], path: string): Fault["kind"] | undefined {
  return faults.find(fault => fault.path === path)?.kind;
}

/** Whether anything at the place or below it is wrong. */
export function faultyBelow(faults: readonly Fault[], path: string): boolean {
  return faults.some(fault => fault.path === path || fault.path.startsWith(`${path}.`));
}

/** The words of a fault, or nothing. */
export function faultWords(words: Record<Fault["kind"], string>, kind: Fault["kind"] | undefined): string | undefined {
  return kind && words[kind];
}
