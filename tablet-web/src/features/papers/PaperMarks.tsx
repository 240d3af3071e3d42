import { clockTime, shortDate } from "../../core/format.ts";
import type { PaperView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { papers as texts } from "../../i18n/papers.ts";
import { StateChip } from "../../ui/index.ts";
import { standingOf } from "./news.ts";
import styles from "./PaperMarks.module.css";

/** What a reader should know before opening: new, changed since it was read, only for some, only for a time. */
export function PaperMarks({
  paper,
  opened,
}: {
  paper: PaperView;
  /** Newest version opened by paper; undefined: not known. */
  opened: ReadonlyMap<string, number> | undefined;
}) {
  const t = useText(texts);
  const version = paper.version ?? 1;
  const standing = standingOf(paper, opened);
  const { restricted, confidential, watermark, until } = paper;
  const usual = standing === "none" && version === 1 && !restricted && !confidential && !watermark && !until;
  if (usual) return null;
  return (
    <span className={styles.marks}>
      {standing === "new" && <StateChip tone="live">{t.fresh}</StateChip>}
      {standing === "changed" && (
        <StateChip tone="warn" icon="refresh">
          {t.newVersion(version)}
        </StateChip>
      )}
      {standing !== "changed" && version > 1 && <StateChip>{t.version(version)}</StateChip>}
      {paper.restricted && (
        <StateChip tone="info" icon="lock">
          {t.restricted}
        </StateChip>
      )}
      {paper.confidential && (
        <StateChip tone="info" icon="hidden">
          {t.confidential}
        </StateChip>
      )}
      {paper.watermark && (
        <StateChip tone="info" icon="user">
          {t.watermark}
        </StateChip>
      )}
      {paper.until !== undefined && (
        <StateChip icon="clock">{t.until(`${clockTime(paper.until)} ${shortDate(paper.until)}`)}</StateChip>
      )}
    </span>
  );
}
