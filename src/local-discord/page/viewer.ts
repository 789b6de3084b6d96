import { z } from "zod";
import { guilds, members, type Viewer } from "./places.ts";

/** Who a request speaks for: one of the page's two members, in one of its places, in one of its languages. */
export const viewerSchema: z.ZodType<Viewer> = z.strictObject({
  user: z.enum(members.map(({ id }) => id)),
  guild: z.enum(guilds.map(({ id }) => id)).nullable(),
  locale: z.enum(["fr", "en-US"]),
});

/** Reads a viewer from the query of a WebSocket's address; an empty guild is the private chat. */
export function viewerOf(query: URLSearchParams): Viewer | null {
  const { guild, ...rest } = Object.fromEntries(query);
  return viewerSchema.safeParse({ ...rest, guild: guild || null }).data ?? null;
}
