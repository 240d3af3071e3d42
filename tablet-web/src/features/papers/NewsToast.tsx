import { Button } from "../../ui/index.ts";
import styles from "./NewsToast.module.css";

/** A line of news about a paper with the button that leads to it. */
export function NewsToast({ text, action, onOpen }: { text: string; action: string; onOpen: () => void }) {
  return (
    <span className={styles.news}>
      <span lang="vi">{text}</span>
      <Button tone="header" onClick={onOpen}>
        {action}
      </Button>
    </span>
  );
}
