import type { ReactNode } from "react";
import type { CommandName, Commands } from "../core/commands.ts";
import { ConfirmDialog } from "../ui/index.ts";
import { ReasonDialog } from "../ui/ReasonDialog.tsx";
import { CommandNote, useCommand } from "./command.tsx";

interface Asking<N extends CommandName> {
  name: N;
  title: string;
  /** The button's words. */
  action: string;
  tone?: "primary" | "danger";
  children: ReactNode;
  onClose: () => void;
}

/** Restates a command before it is sent; closes once it is durable, says why when it is refused. */
export function ConfirmCommand<N extends CommandName>({
  name,
  data,
  className,
  children,
  onClose,
  ...dialog
}: Asking<N> & { data: Commands[N]; disabled?: boolean; className?: string | undefined }) {
  const command = useCommand(name);
  return (
    <ConfirmDialog
      {...dialog}
      busy={command.busy}
      onClose={onClose}
      onConfirm={() => void command.send(data).then(done => done && onClose())}
    >
      <div className={className}>
        {children}
        <CommandNote command={command} quiet />
      </div>
    </ConfirmDialog>
  );
}

/** The same for a command that needs a reason. */
export function ReasonCommand<N extends CommandName>({
  name,
  data,
  children,
  onClose,
  ...dialog
}: Asking<N> & { data: (reason: string) => Commands[N]; label: string; short: string }) {
  const command = useCommand(name);
  return (
    <ReasonDialog
      {...dialog}
      busy={command.busy}
      onClose={onClose}
      onReason={reason => void command.send(data(reason)).then(done => done && onClose())}
    >
      {children}
      <CommandNote command={command} quiet />
    </ReasonDialog>
  );
}
