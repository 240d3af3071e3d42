import { useCallback } from "react";
import type { ItemView, RuleSet } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { secretary } from "../../i18n/secretary.ts";

/** Matters of the session's rules that are decided by an open vote. */
export function openMatters(rules: RuleSet): RuleSet["ballots"]["matters"] {
  return rules.ballots.matters.filter(one => one.sheet === "DECISION" && one.forms.includes("OPEN"));
}

/** The wording that a vote on an item starts with: "Thông qua Nghị quyết …". */
export function useVoteTitle(): (item: ItemView) => string {
  const { passing } = useText(secretary).vote;
  return useCallback(
    item => {
      const named = item.resolution ?? item.title;
      return named.startsWith(passing("").trim()) ? named : passing(named);
    },
    [passing],
  );
}
