/** Name of the lock that every tab holds in which a session is on screen. */
export const inUse = "plenum-in-use";

/** Says to all tabs that a session is on screen here. Returns how to end that. */
export function holdSession(): () => void {
  const locks = navigator.locks as LockManager | undefined;
  let free: () => void = () => undefined;
  const held = new Promise<void>(resolve => {
    free = resolve;
  });
  void locks?.request(inUse, { mode: "shared" }, () => held);
  return free;
}
