import { disableValidators } from "@discordjs/builders";
import { createLog } from "./bot/log.ts";
import { environmentOf, readConfig, takeNoArguments } from "./config.ts";
import { defaultStory, explained, exitCodeOf } from "./exit.ts";

// What the builders check of a message is checked by its tests, and by Discord: here it would be done anew for each.
disableValidators();

// Each is loaded only where it runs: the Discord of this machine is as large as the bot.
try {
  takeNoArguments(process.argv.slice(2));
  const config = readConfig(environmentOf(process), defaultStory);
  const log = createLog(
    (line) => process.stderr.write(`${line}\n`),
    () => new Date(),
    [config.token ?? ""],
  );
  if (config.token === null) {
    const { runLocally } = await import("./runLocally.ts");
    await runLocally(config, log);
  } else {
    const { runOnDiscord } = await import("./runOnDiscord.ts");
    await runOnDiscord(config, config.token, log);
  }
} catch (error) {
  process.stderr.write(`${explained(error)}\n`);
  process.exitCode = exitCodeOf(error);
}
