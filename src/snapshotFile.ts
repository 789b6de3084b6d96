import { readFile, writeFile } from "node:fs/promises";
import { DefaultDeserializer, serialize } from "node:v8";

/** Writes what structuredClone can copy to a file; `stamp`, of one line, names what it was made of. */
export async function writeSnapshot(path: string, stamp: string, content: unknown): Promise<void> {
  const bytes = serialize(content);
  await writeFile(path, [`${firstLine(stamp, bytes)}\n`, bytes]);
}

/**
 * What was written with the same stamp; undefined where there is no such file, or one with another stamp. Throws what
 * reading a file throws, and an Error for one that was not written to its end.
 */
export async function readSnapshot(path: string, stamp: string): Promise<unknown> {
  const bytes = await readIfThere(path);
  const end = bytes?.indexOf("\n") ?? -1;
  const line = bytes?.toString("utf8", 0, end);
  if (!bytes || !line?.startsWith(`${stamp} `)) return undefined;
  const content = bytes.subarray(end + 1);
  if (line !== firstLine(stamp, content)) throw new Error(`${path} was not written to its end`);
  const reader = new CopyingReader(content);
  reader.readHeader();
  return reader.readValue();
}

function firstLine(stamp: string, content: Buffer): string {
  return `${stamp} ${content.length}`;
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

declare module "node:v8" {
  interface DefaultDeserializer {
    /** https://nodejs.org/api/v8.html#deserializer_readhostobject */
    _readHostObject(): Uint8Array;
  }
}

/** Gives arrays memory of their own: as views of the file, which Node.js makes them, they would keep all of it. */
class CopyingReader extends DefaultDeserializer {
  override _readHostObject(): Uint8Array {
    // oxlint-disable-next-line no-underscore-dangle -- the name that Node.js gives it
    const array = super._readHostObject();
    return array.byteLength === array.buffer.byteLength ? array : array.slice();
  }
}
