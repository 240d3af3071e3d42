import { useCallback } from "react";
import type { ItemView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { secretary } from "../../i18n/secretary.ts";

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
