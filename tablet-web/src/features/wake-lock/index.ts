export { useWakeLock } from "./useWakeLock.ts";
