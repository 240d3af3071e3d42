import { byteSize, dayAndTime } from "../../core/format.ts";
import type { PaperView } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useLang, useText } from "../../i18n/language.ts";
import { paperFacts } from "../../i18n/paper-facts.ts";
import { papers } from "../../i18n/papers.ts";
import { Dialog } from "../../ui/index.ts";
import styles from "./FactsDialog.module.css";

/** All that is written about a paper: type, number and symbol, issuing body, abstract, size, since when. */
export default function FactsDialog({ paper, onClose }: { paper: PaperView; onClose: () => void }) {
  const t = useText(paperFacts);
  const life = useText(papers);
  const words = useText(common);
  const lang = useLang();
  const version = paper.version ?? 1;
  const rows: [string, string | undefined][] = [
    [t.kind, words.paperKind[paper.kind]],
    [t.number, paper.number],
    [t.issuer, paper.issuer],
    [t.summary, paper.summary],
    [t.size, `${words.pages(paper.pages)} · ${byteSize(paper.bytes, lang)}`],
    [t.file, paper.fileName],
    [t.since, dayAndTime(paper.replacedAt ?? paper.attachedAt)],
    [t.version, life.version(version)],
    [t.until, paper.until === undefined ? undefined : dayAndTime(paper.until)],
  ];
  return (
    <Dialog title={paper.title} onClose={onClose}>
      <dl className={styles.facts}>
        {rows
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => (
            <div key={name} className={styles.row}>
              <dt>{name}</dt>
              <dd lang="vi">{value}</dd>
            </div>
          ))}
      </dl>
    </Dialog>
  );
}
