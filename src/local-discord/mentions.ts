import type { APIAllowedMentions, APIMessage } from "discord-api-types/v10";
import { userOf } from "./people.ts";
import type { World } from "./world.ts";

/**
 * Whom a message pings: what its text names and its `allowed_mentions` let pass; without those, everything.
 * https://docs.discord.com/developers/resources/message#allowed-mentions-object
 */
export function mentionsOf(
  world: World,
  content: string,
  allowed: APIAllowedMentions | null | undefined,
): Pick<APIMessage, "mentions" | "mention_roles" | "mention_everyone"> {
  const parse: string[] = allowed ? (allowed.parse ?? []) : ["users", "roles", "everyone"];
  const named = (pattern: RegExp, kind: "users" | "roles") => {
    const ids = [...content.matchAll(pattern)].map((match) => match[1] ?? "");
    const listed: string[] = allowed?.[kind] ?? [];
    return [...new Set(ids)].filter((id) => parse.includes(kind) || listed.includes(id));
  };
  return {
    mentions: named(/<@!?(\d+)>/g, "users").map((id) => userOf(world, id)),
    mention_roles: named(/<@&(\d+)>/g, "roles"),
    mention_everyone: parse.includes("everyone") && /@(everyone|here)\b/.test(content),
  };
}
