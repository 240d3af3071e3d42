import type { RefObject } from "react";
import { useActions, useMe } from "../../hall/index.ts";
import { delegate } from "../../i18n/delegate.ts";
import { useText } from "../../i18n/language.ts";
import type { MenuEntry } from "../../ui/index.ts";

const none: readonly MenuEntry[] = [];

/** Who has the floor may show the paper to all, from the page where the person is. */
export function usePresent(paperId: string, page: RefObject<number>): readonly MenuEntry[] {
  const t = useText(delegate).follow;
  const me = useMe();
  const { run, online } = useActions();
  if (!me?.speaking || !online) return none;
  const start = () => void run("present", "follow.start", { paperId, page: page.current }, t.presenting);
  return [{ id: "present", label: t.present, icon: "screen", onSelect: start }];
}
