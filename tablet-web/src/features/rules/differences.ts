import type { BallotRules, Matter, NewRuleSet, RuleSetVersion } from "../../core/schemas.ts";
import type { CommonText } from "../../i18n/common.vi.ts";
import { shareInWords } from "../../i18n/rule.ts";
import type { RulesText } from "../../i18n/rules.vi.ts";

type Rules = Pick<RuleSetVersion | NewRuleSet, "citation" | "totalMembers" | "quorum" | "speechSeconds" | "ballots">;
type Words = { t: RulesText; common: CommonText };

/** What the later rules say otherwise, one sentence each; none: both say the same. */
export function differences(before: Rules, after: Rules, words: Words): string[] {
  const { t, common } = words;
  const total = (n: number | undefined) => (n === undefined ? t.changed.byList : String(n));
  const share = (rules: Rules) => shareInWords(rules.quorum, common);
  return [
    ...when(before.citation.trim() !== after.citation.trim(), t.changed.citation),
    ...when(
      before.totalMembers !== after.totalMembers,
      t.changed.totalMembers(total(before.totalMembers), total(after.totalMembers)),
    ),
    ...when(!same(before.ballots.totals, after.ballots.totals), t.changed.totals),
    ...when(!same(before.quorum, after.quorum), t.changed.quorum(share(before), share(after))),
    ...when(
      before.speechSeconds !== after.speechSeconds,
      t.changed.speech(before.speechSeconds / 60, after.speechSeconds / 60),
    ),
    ...matters(before.ballots.matters, after.ballots.matters, words),
    ...settings(before.ballots, after.ballots, t),
  ];
}

function matters(before: readonly Matter[], after: readonly Matter[], words: Words): string[] {
  const { t } = words;
  const gone = before.filter(one => !after.some(other => other.code === one.code));
  return [
    ...after.flatMap(matter => {
      const old = before.find(one => one.code === matter.code);
      return old ? matterDifferences(old, matter, words) : [t.changed.added(matter.name)];
    }),
    ...gone.map(matter => t.changed.removed(matter.name)),
  ];
}

function matterDifferences(before: Matter, after: Matter, { t, common }: Words): string[] {
  const { name } = after;
  const flags = ["allowChange", "showLive", "blankValid"] as const;
  return [
    ...when(before.name !== name, t.changed.renamed(before.name, name)),
    ...when(
      !same(before.pass, after.pass),
      t.changed.pass(name, shareInWords(before.pass, common), shareInWords(after.pass, common)),
    ),
    ...when(!same(before.forms, after.forms), t.changed.forms(name, after.forms.map(form => t.form[form]).join(", "))),
    ...when(
      !same(before.options, after.options),
      t.changed.options(name, after.options.map(option => option.label).join(", ")),
    ),
    ...when(before.tie !== after.tie, t.changed.tie(name, t.tie[after.tie])),
    ...when(!same(before.findings, after.findings), t.changed.findings(name)),
    ...flags.flatMap(flag =>
      when(before[flag] !== after[flag], t.changed.flag(name, t[flag], after[flag] ? t.yes : t.no)),
    ),
    ...when(before.citation !== after.citation, t.changed.source(name)),
  ];
}

function settings(before: BallotRules, after: BallotRules, t: RulesText): string[] {
  const yesNo = (value: boolean) => (value ? t.yes : t.no);
  return [
    ...when(before.signedBallots !== after.signedBallots, t.changed.setting(t.signed, yesNo(after.signedBallots))),
    ...when(
      before.secretElectronic !== after.secretElectronic,
      t.changed.setting(t.electronic, yesNo(after.secretElectronic)),
    ),
    ...when(
      before.substitutesVote !== after.substitutesVote,
      t.changed.setting(t.substitutes, yesNo(after.substitutesVote)),
    ),
    ...when(before.tellersLeast !== after.tellersLeast, t.changed.setting(t.tellers, String(after.tellersLeast))),
    ...when(before.secretLeast !== after.secretLeast, t.changed.setting(t.secretLeast, String(after.secretLeast))),
  ];
}

function when(changed: boolean, sentence: string): string[] {
  return changed ? [sentence] : [];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
