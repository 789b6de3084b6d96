export { startLocalDiscord, type LocalDiscord, type Options } from "./server.ts";
export * as faults from "./faults.ts";
export type { Fault } from "./faults.ts";
export type { Member } from "./member.ts";
export type { Turn } from "./turn.ts";
