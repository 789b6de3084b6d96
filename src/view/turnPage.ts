import type { APIButtonComponent } from "discord-api-types/v10";
import { button } from "./components.ts";

/** Which of several pages, from 0, is shown. */
export interface PageOf {
  page: number;
  pages: number;
}

/** What leads to the page before and to the page after, where there is one. */
export function turnButtons(
  { page, pages }: PageOf,
  labels: { before: string; next: string },
  idOf: (page: number) => string,
): APIButtonComponent[] {
  return [
    ...(page > 0 ? [button(labels.before, idOf(page - 1))] : []),
    ...(page + 1 < pages ? [button(labels.next, idOf(page + 1))] : []),
  ];
}

/** Which page is shown to who asks for one: beyond the last it is the last. */
export function pageWithin(asked: number, pages: number): PageOf {
  return { page: Math.min(Math.max(asked, 0), pages - 1), pages };
}
