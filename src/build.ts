import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { ConfigError, environmentOf } from "./config.ts";
import { defaultStory } from "./exit.ts";
import { projectFile } from "./projectFile.ts";
import { keepSnapshot, SNAPSHOT_FILE } from "./snapshot.ts";
import { StoryError } from "./story/fault.ts";

/**
 * npm run build: puts the bot and the packages that it runs on into a few files below dist/, since finding and
 * reading a thousand modules takes longer than running them; and beside them the story, checked and indexed, for the
 * same reason. `npm start` runs what stands there.
 */
await build({
  cwd: fileURLToPath(projectFile(".")),
  input: { main: "src/main.ts", try: "src/try.ts" },
  platform: "node",
  external: [
    // Its grammar finds out by itself what kind of module it is, and finds none in a file of many.
    "edtf",
    // What discord.js uses where somebody has installed it, and does without elsewhere.
    "@discordjs/voice",
    "bufferutil",
    "utf-8-validate",
    "zlib-sync",
  ],
  output: {
    dir: "dist",
    cleanDir: true,
    chunkFileNames: "[name].js",
    // The text of the code stays in memory. Lines and names are left as they are, for the traces of the log.
    comments: false,
    // A character above U+00FF would make two bytes of each one in the file.
    charset: "ascii",
  },
  // discord.js passes its own code between shards that way.
  checks: { eval: false },
});

try {
  const { STORY } = environmentOf(process);
  await keepSnapshot(STORY || defaultStory, fileURLToPath(projectFile(`dist/${SNAPSHOT_FILE}`)));
} catch (error) {
  // Whatever starts the bot says what is wrong, with the exit status that goes with it.
  if (!(error instanceof StoryError || error instanceof ConfigError)) throw error;
}
