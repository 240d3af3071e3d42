export { default } from "./Desk.tsx";
