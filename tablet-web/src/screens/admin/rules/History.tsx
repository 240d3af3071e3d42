import { useState } from "react";
import { dayAndTime, localDate } from "../../../core/format.ts";
import { asProblem } from "../../../core/problem.ts";
import type { RuleSetHistory, RuleSetVersion } from "../../../core/schemas.ts";
import { differences } from "../../../features/rules/differences.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { rules } from "../../../i18n/rules.ts";
import {
  Button,
  type ChipTone,
  ConfirmDialog,
  EmptyState,
  ProblemLine,
  StateChip,
  useToast,
} from "../../../ui/index.ts";
import styles from "./rules.module.css";
import { useWithdraw } from "./useRules.ts";

const tones: Record<RuleSetVersion["state"], ChipTone> = {
  IN_FORCE: "good",
  COMING: "info",
  PAST: "neutral",
  WITHDRAWN: "warn",
};

/** All versions, newest first, each with what it changed. */
export function History({ history }: { history: RuleSetHistory }) {
  const t = useText(rules);
  const [leaving, setLeaving] = useState<number>();
  const { versions } = history;
  if (versions.length === 0) return <EmptyState icon="list" title={t.none} />;
  return (
    <>
      <ol className={styles.versions}>
        {versions.map((version, at) => (
          <Version
            key={version.version}
            version={version}
            before={versions.slice(at + 1).find(older => older.state !== "WITHDRAWN")}
            {...(version.state === "COMING" ? { onWithdraw: () => setLeaving(version.version) } : {})}
          />
        ))}
      </ol>
      {leaving !== undefined && (
        <Withdraw body={history.bodyId} version={leaving} onClose={() => setLeaving(undefined)} />
      )}
    </>
  );
}

function Version({
  version,
  before,
  onWithdraw,
}: {
  version: RuleSetVersion;
  before: RuleSetVersion | undefined;
  onWithdraw?: () => void;
}) {
  const t = useText(rules);
  const words = useText(common);
  const changes = before && differences(before, version, { t, common: words });
  return (
    <li className={styles.card}>
      <div className={styles.versionHead}>
        <h3 className={styles.heading}>{t.version(version.version)}</h3>
        <StateChip tone={tones[version.state]}>{t.state[version.state]}</StateChip>
      </div>
      <p className={styles.meta}>
        {t.versionFacts(localDate(version.validFrom))} · {written(version, t)}
      </p>
      {version.withdrawnAt !== undefined && (
        <p className={styles.meta}>{t.withdrawnBy(version.withdrawnBy ?? "", dayAndTime(version.withdrawnAt))}</p>
      )}
      <p>{version.citation}</p>
      {changes === undefined ? (
        <p className={styles.meta}>{t.first}</p>
      ) : changes.length === 0 ? (
        <p className={styles.meta}>{t.same}</p>
      ) : (
        <ul className={styles.changes}>
          {changes.map(change => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
      {onWithdraw && (
        <div>
          <Button icon="undo" onClick={onWithdraw}>
            {t.withdraw}
          </Button>
        </div>
      )}
    </li>
  );
}

function written({ writtenBy, writtenAt }: RuleSetVersion, t: typeof rules.vi): string {
  return writtenAt === undefined ? t.fromRegister : t.writtenBy(writtenBy ?? "", dayAndTime(writtenAt));
}

function Withdraw({ body, version, onClose }: { body: string; version: number; onClose: () => void }) {
  const t = useText(rules);
  const say = useToast();
  const withdraw = useWithdraw(body);
  return (
    <ConfirmDialog
      title={t.withdrawTitle(version)}
      action={t.withdraw}
      busy={withdraw.isPending}
      onConfirm={() =>
        withdraw.mutate(version, {
          onSuccess: () => {
            say(t.withdrawn(version), "good");
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      <p>{t.withdrawText}</p>
      {withdraw.error && <ProblemLine problem={asProblem(withdraw.error)} />}
    </ConfirmDialog>
  );
}
