import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { projectFile } from "./projectFile.ts";

/**
 * npm run build: puts the bot and the packages that it runs on into a few files below dist/, since finding and
 * reading a thousand modules takes longer than running them. `npm start` runs what stands there.
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
