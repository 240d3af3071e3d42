import type { PaperView } from "../../core/schemas.ts";
import { useOpenReadable } from "../../hall/reading.tsx";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { papers } from "../../i18n/papers.ts";

/** Opens the present version, or the one asked for. */
export function useOpenPaper(): (paper: PaperView, version?: { version: number; bytes: number }) => void {
  const open = useOpenReadable();
  const words = useText(common);
  const life = useText(papers);
  return (paper, asked) => {
    const { version, bytes } = asked ?? { version: paper.version ?? 1, bytes: paper.bytes };
    const number = (paper.version ?? 1) > 1 && life.version(version);
    open({
      id: paper.paperId,
      title: paper.title,
      subtitle: [words.paperKind[paper.kind], paper.number, number].filter(Boolean).join(" · "),
      path: `papers/${paper.paperId}/content?version=${version}`,
      bytes,
    });
  };
}
