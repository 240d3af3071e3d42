import { useState } from "react";
import { newId } from "../../core/ids.ts";
import type { ItemView, RuleSet } from "../../core/schemas.ts";
import { CommandNote, useCommand } from "../../hall/index.ts";
import { ballotDesk } from "../../i18n/ballot-desk.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { shareInWords } from "../../i18n/rule.ts";
import { secretary } from "../../i18n/secretary.ts";
import { Button, Dialog, Field, SelectField } from "../../ui/index.ts";
import styles from "./PrepareVote.module.css";
import { openMatters, useVoteTitle } from "./votes.ts";

/** Prepares an open vote on an item: its title, and the matter whose rule, options and settings it will have. */
export function PrepareVote({ rules, item, onClose }: { rules: RuleSet; item: ItemView; onClose: () => void }) {
  const t = useText(secretary).vote;
  const desk = useText(ballotDesk);
  const words = useText(common);
  const matters = openMatters(rules);
  const [matter, setMatter] = useState(matters.find(one => one.code === "resolution")?.code ?? matters[0]?.code);
  const chosen = matters.find(one => one.code === matter);
  const voteTitle = useVoteTitle();
  const prepare = useCommand("voting.prepare");
  const [voteId] = useState(newId);
  const [title, setTitle] = useState(() => voteTitle(item));
  return (
    <Dialog
      title={t.prepareTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button tone="primary" type="submit" form="prepare-vote" busy={prepare.busy} disabled={!chosen}>
            {t.prepare}
          </Button>
        </>
      }
    >
      <form
        id="prepare-vote"
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          if (title.trim() === "" || prepare.busy || !matter) return;
          void prepare
            .send({ voteId, itemId: item.itemId, title: title.trim(), matter })
            .then(done => done && onClose());
        }}
      >
        <Field
          label={t.name}
          multiline
          rows={3}
          value={title}
          maxLength={500}
          required
          onChange={event => setTitle(event.target.value)}
        />
        {matters.length > 1 && (
          <SelectField label={desk.matter} value={matter ?? ""} onChange={event => setMatter(event.target.value)}>
            {matters.map(one => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </SelectField>
        )}
        {chosen ? (
          <div className={styles.matter}>
            <p>{t.rule(shareInWords(chosen.pass, words))}</p>
            <p className={styles.citation}>{desk.settings(chosen.allowChange, chosen.showLive, chosen.tie)}</p>
            {chosen.citation && (
              <p className={styles.citation} lang="vi">
                {chosen.citation}
              </p>
            )}
          </div>
        ) : (
          <p>{desk.noMatter}</p>
        )}
        <CommandNote command={prepare} quiet />
      </form>
    </Dialog>
  );
}
