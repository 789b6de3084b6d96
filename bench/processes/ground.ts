import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Routes } from "discord-api-types/v10";
import { REST } from "discord.js";
import { commands } from "../../commands/index.ts";
import { startLocalDiscord, type LocalDiscord } from "../../src/local-discord/index.ts";

/** A local Discord for one contestant, and a folder for what it keeps; both are gone after `close`. */
export interface Ground {
  discord: LocalDiscord;
  folder: string;
  close(): Promise<void>;
}

/**
 * Starts a local Discord that already has the commands, as on any start but the first, and `guilds` servers
 * beside those of the members.
 */
export async function startGround(guilds = 0): Promise<Ground> {
  const discord = await startLocalDiscord();
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  for (let n = 0; n < guilds; n += 1) discord.guild(`server ${n}`);
  const rest = new REST({ api: discord.api }).setToken(discord.token);
  await rest.put(Routes.applicationCommands(discord.application), {
    body: commands.map(({ definition }) => definition),
  });
  return {
    discord,
    folder,
    async close() {
      await discord.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
