import { Component, type ReactNode } from "react";
import { common } from "../i18n/common.ts";
import { useText } from "../i18n/language.ts";
import { Button, EmptyState } from "../ui/index.ts";
import styles from "./App.module.css";

/** Catches a screen that fails to draw, so that a person gets words and a way on instead of a white page. */
export class CrashGuard extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override readonly state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? <Crash /> : this.props.children;
  }
}

function Crash() {
  const t = useText(common);
  return (
    <main className={styles.whole}>
      <EmptyState icon="warning" title={t.app.crashTitle}>
        <p>{t.app.crashText}</p>
        <p className={styles.action}>
          <Button tone="primary" icon="refresh" onClick={() => location.reload()}>
            {t.app.reload}
          </Button>
        </p>
      </EmptyState>
    </main>
  );
}
