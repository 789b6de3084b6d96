import { createHash } from "node:crypto";
import { access, constants, mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { environmentOf, readConfig } from "./config.ts";
import { defaultStory, exitCodeOf, explained } from "./exit.ts";
import { projectFile } from "./projectFile.ts";
import { keepSnapshot, SNAPSHOT_FILE, UNPACKED } from "./snapshot.ts";

/**
 * npm run build: puts the bot and the packages that it runs on into a few files below dist/, since finding and
 * reading a thousand modules takes longer than running them; and beside them the story, checked and indexed, for the
 * same reason. `npm start` runs what stands there.
 */
const dist = (file: string) => fileURLToPath(projectFile(`dist/${file}`));
try {
  await makeFolder();
  const name = await named(await pack());
  const { story } = readConfig(environmentOf(process), defaultStory);
  await keepSnapshot(story, { path: dist(SNAPSHOT_FILE), build: name });
} catch (error) {
  // A story that can't be told ends a build as it would end the start.
  process.stderr.write(`${explained(error)}\n`);
  process.exitCode = exitCodeOf(error);
}

/** Throws the system's error for a folder that can't be made or written: rolldown's own would come with a stack. */
async function makeFolder(): Promise<void> {
  await mkdir(dist(""), { recursive: true });
  await access(dist(""), constants.W_OK);
}

/** Gives the files that it writes. */
async function pack(): Promise<string[]> {
  const { output } = await build({
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
  return output.map(({ fileName }) => dist(fileName));
}

/** Names packed code by all that it is, and writes that name where it asks for its snapshot. */
async function named(files: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  const asking: { file: string; code: string }[] = [];
  for (const file of files) {
    const code = await readFile(file, "utf8");
    hash.update(code);
    if (code.includes(UNPACKED)) asking.push({ file, code });
  }
  const name = hash.digest("hex").slice(0, 12);
  for (const { file, code } of asking) await writeFile(file, code.replaceAll(UNPACKED, name));
  return name;
}
