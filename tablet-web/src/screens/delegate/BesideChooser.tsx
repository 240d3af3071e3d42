import type { ItemView } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { delegate } from "../../i18n/delegate.ts";
import { useText } from "../../i18n/language.ts";
import { Dialog, Icon } from "../../ui/index.ts";
import styles from "./delegate.module.css";

/** All papers in agenda order, to put one of them beside the one on screen. */
export default function BesideChooser({
  items,
  shown,
  onChoose,
  onClose,
}: {
  items: readonly ItemView[];
  shown: string | undefined;
  onChoose: (paperId: string) => void;
  onClose: () => void;
}) {
  const t = useText(delegate).beside;
  const words = useText(common);
  return (
    <Dialog shape="drawer" title={t.choose} onClose={onClose}>
      <ul className={styles.besideList}>
        {items.flatMap(item =>
          item.papers
            .filter(paper => paper.paperId !== shown)
            .map(paper => (
              <li key={paper.paperId}>
                <button type="button" className={styles.besidePaper} onClick={() => onChoose(paper.paperId)}>
                  <Icon name="paper" size={20} />
                  <span>
                    <span lang="vi">{paper.title}</span>
                    <span className={styles.besideMeta}>
                      {[item.number, words.paperKind[paper.kind], paper.number].filter(Boolean).join(" · ")}
                    </span>
                  </span>
                </button>
              </li>
            )),
        )}
      </ul>
    </Dialog>
  );
}
