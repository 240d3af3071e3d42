import { useText } from "../../i18n/language.ts";
import { room as catalogue } from "../../i18n/room.ts";
import { IconButton } from "../../ui/index.ts";
import styles from "./Stage.module.css";

/** From page to page of pictures. */
export function Pager({
  label,
  at,
  pages,
  onPage,
}: {
  label: string;
  at: number;
  pages: number;
  onPage: (page: number) => void;
}) {
  const t = useText(catalogue).tile;
  return (
    <nav className={styles.pager} aria-label={label}>
      <IconButton icon="back" label={t.previous} disabled={at === 0} onClick={() => onPage(at - 1)} />
      <span className="num">{t.page(at + 1, pages)}</span>
      <IconButton icon="next" label={t.next} disabled={at === pages - 1} onClick={() => onPage(at + 1)} />
    </nav>
  );
}
