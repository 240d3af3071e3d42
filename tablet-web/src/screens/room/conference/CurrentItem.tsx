import { usePart } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";

/** What the sitting deals with now. */
export function CurrentItem() {
  const t = useText(catalogue).header;
  const items = usePart("agenda")?.items;
  const now = usePart("now")?.itemId;
  const item = items?.find(one => one.itemId === now);
  return item ? <span lang="vi">{t.item(item.number, item.title)}</span> : t.noItem;
}
