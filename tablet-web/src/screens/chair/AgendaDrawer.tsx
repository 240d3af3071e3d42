import { useState } from "react";
import { AgendaList } from "../../features/agenda/index.ts";
import { chair } from "../../i18n/chair.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Dialog, ProblemLine } from "../../ui/index.ts";
import styles from "./desk.module.css";
import type { Desk } from "./nextStep.ts";
import type { Steps } from "./useSteps.tsx";

/** The whole agenda; another item is chosen first and opened by a second tap. */
export function AgendaDrawer({
  desk,
  steps,
  first,
  onClose,
}: {
  desk: Desk;
  steps: Steps;
  /** The item chosen already, or nothing. */
  first: string;
  onClose: () => void;
}) {
  const t = useText(chair).item;
  const [chosen, setChosen] = useState(first);
  const openVote = desk.voting.votes.find(one => one.state === "OPEN");
  const items = desk.agenda.items.filter(one => one.number !== "-");
  const item = items.find(one => one.itemId === chosen);
  const current = item !== undefined && item.itemId === desk.now.itemId;
  const label = openVote ? t.voteOpen : !item ? t.pick : current ? t.isCurrent : t.open(item.number);
  const open = async () => {
    if (item && (await steps.send({ name: "agenda.open-item", data: { itemId: item.itemId } }))) onClose();
  };
  return (
    <Dialog
      title={t.drawer}
      shape="drawer"
      onClose={onClose}
      actions={
        desk.session.openSittingId !== undefined && (
          <div className={styles.drawerEnd}>
            {steps.problem && <ProblemLine problem={steps.problem} />}
            <Button
              tone="primary"
              size="large"
              block
              busy={steps.busy}
              disabled={!steps.online || !item || current || openVote !== undefined}
              onClick={() => void open()}
            >
              {label}
            </Button>
          </div>
        )
      }
    >
      <AgendaList items={items} now={desk.now} openVote={openVote} shown={chosen} onChoose={setChosen} />
    </Dialog>
  );
}
