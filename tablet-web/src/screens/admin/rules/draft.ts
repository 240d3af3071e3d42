import { fold } from "../../../core/format.ts";
import type {
  BallotRules,
  Matter,
  NewRuleSet,
  OptionCode,
  RuleSetHistory,
  RuleSetVersion,
} from "../../../core/schemas.ts";

/** The newest version that was not withdrawn: what the next one is compared with. */
export function latest(history: RuleSetHistory): RuleSetVersion | undefined {
  return history.versions.find(version => version.state !== "WITHDRAWN");
}

/** A draft that says what the version says, from today on; `base` is the newest number in use. */
export function draftOf(version: RuleSetVersion, today: string, base = version.version): NewRuleSet {
  return {
    base,
    citation: version.citation,
    validFrom: version.validFrom > today ? version.validFrom : today,
    ...(version.totalMembers === undefined ? {} : { totalMembers: version.totalMembers }),
    quorum: version.quorum,
    speechSeconds: version.speechSeconds,
    ballots: version.ballots,
  };
}

/** Where a body begins that has no rules yet: resolutions by more than half of all. */
export function firstDraft(history: RuleSetHistory, labels: Record<OptionCode, string>, name: string): NewRuleSet {
  return {
    base: 0,
    citation: "",
    validFrom: history.today,
    quorum: { numerator: 2, denominator: 3, strict: false, base: "TOTAL_MEMBERS" },
    speechSeconds: 600,
    ballots: {
      matters: [{ ...newMatter(name, "DECISION", labels), code: "resolution" }],
      totals: [],
      signedBallots: false,
      secretElectronic: false,
      substitutesVote: false,
      tellersLeast: 3,
      secretLeast: 5,
    },
  };
}

/** What a ballot of each kind offers. */
export const optionsOf: Record<Matter["sheet"], readonly OptionCode[]> = {
  DECISION: ["FOR", "AGAINST", "ABSTAIN"],
  ELECTION: ["FOR"],
  APPROVAL: ["FOR", "AGAINST"],
  RATING: ["HIGH", "MEDIUM", "LOW"],
  CONFIDENCE: ["CONFIDENT", "NOT_CONFIDENT"],
};

export function newMatter(name: string, sheet: Matter["sheet"], labels: Record<OptionCode, string>): Matter {
  return {
    code: slug(name),
    name,
    sheet,
    forms: [sheet === "DECISION" ? "OPEN" : "SECRET_PAPER"],
    options: optionsOf[sheet].map(code => ({ code, label: labels[code] })),
    pass: { numerator: 1, denominator: 2, strict: true, base: "TOTAL_MEMBERS" },
    findings: [],
    tie: sheet === "ELECTION" ? "RUN_OFF" : "FAILS",
    allowChange: sheet === "DECISION",
    showLive: false,
    blankValid: false,
    citation: "",
  };
}

/** A code of letters from a Vietnamese name: "Bầu Thư ký" is bau-thu-ky. */
export function slug(name: string): string {
  const letters = fold(name)
    .replaceAll(/[^a-z]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
  return letters.length < 2 ? "khac" : letters;
}

/** The draft with some of its ballots' rules changed. */
export function withBallots(draft: NewRuleSet, change: Partial<BallotRules>): NewRuleSet {
  return { ...draft, ballots: { ...draft.ballots, ...change } };
}

export function withMatter(draft: NewRuleSet, at: number, matter: Matter | undefined): NewRuleSet {
  return withBallots(draft, { matters: draft.ballots.matters.flatMap((one, i) => (i === at ? (matter ?? []) : one)) });
}

/** Members on the day by what is typed; the server says the same in its preview. */
export function totalOn(draft: NewRuleSet, members: number): number {
  const begun = draft.ballots.totals.filter(total => total.from !== "" && total.from <= draft.validFrom);
  const newest = begun.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1);
  return newest?.total ?? draft.totalMembers ?? members;
}
