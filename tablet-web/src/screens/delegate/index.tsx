export { default } from "./Delegate.tsx";
