import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import about from "../package.json" with { type: "json" };

/** What a file in the project's root sets NODE_COMPILE_CACHE to. */
async function compileCacheOf(file: string): Promise<{ text: string; folder: string | undefined }> {
  const text = await readFile(file, "utf8");
  return { text, folder: text.match(/^(?:Environment=|ENV ).*NODE_COMPILE_CACHE=(\S+)/m)?.[1] };
}

test("the unit and the image start what `npm start` starts, with its flags", async () => {
  const [program, ...words] = about.scripts.start.split(" ");
  const unit = await readFile("deploy/feuilleton.service", "utf8");
  expect(unit).toMatch(new RegExp(`^ExecStart=\\S+/${about.scripts.start}$`, "m"));
  const image = await readFile("Dockerfile", "utf8");
  expect(image).toContain(`CMD ${JSON.stringify([program, ...words]).replaceAll(",", ", ")}`);
});

test("the unit keeps compiled code in the one folder that it may write for that", async () => {
  const { text, folder } = await compileCacheOf("deploy/feuilleton.service");
  expect(text).toContain("ProtectSystem=strict");
  expect(folder).toBe(`/var/cache/${text.match(/^CacheDirectory=(\S+)$/m)?.[1]}`);
});

test("the image compiles its code as the user who runs it and with the same flags, for it is read-only later", async () => {
  const { text, folder } = await compileCacheOf("Dockerfile");
  const [, workDir, user] = text.match(/[^]*^WORKDIR (\S+)$[^]*^USER (\S+)$/m) ?? [];
  const [, flags = ""] = text.match(/^CMD \["node", "(.*)", "dist\/main\.js"\]$/m) ?? [];
  expect(folder).toBe(`${workDir}/compiled`);
  expect(text).toMatch(new RegExp(`chown ${user}:${user} .*\\bcompiled$`, "m"));
  expect(text.slice(text.indexOf(`USER ${user}`))).toMatch(
    new RegExp(`^RUN .*node ${flags.replaceAll('", "', " ")} dist/`, "m"),
  );
});

test("the image has its story at hand when it is built, so that the snapshot is in it", async () => {
  const image = await readFile("Dockerfile", "utf8");
  const [, built = ""] = image.match(/^FROM \S+ AS built$([^]*?)^RUN node src\/build\.ts/m) ?? [];
  expect(built).toMatch(/^COPY data data$/m);
  expect(image).toMatch(/^COPY --from=built \S+\/dist dist$/m);
});
