import type { Reach } from "../../../core/schemas.ts";
import { useText } from "../../../i18n/language.ts";
import { papers as texts } from "../../../i18n/papers.ts";

/** For whom a paper is, in words. */
export function useReachWords(): (reach: Reach | undefined) => string {
  const t = useText(texts);
  return reach => {
    const whom =
      reach && reach.groups.length > 0
        ? t.groupsWords(reach.groups.join(", "))
        : reach && reach.persons.length > 0
          ? t.personsWords(reach.persons.length)
          : t.everyone;
    const more = [reach?.confidential && t.confidential, reach?.watermark && t.watermark];
    return [whom, ...more].filter(Boolean).join(" · ");
  };
}
