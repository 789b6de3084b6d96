import { open, rename, rm, type FileHandle } from "node:fs/promises";
import { DefaultDeserializer, DefaultSerializer } from "node:v8";
import { crc32 } from "node:zlib";
import { messageOf } from "./messageOf.ts";

/**
 * Writes what structuredClone can copy to a file; `stamp`, of one short line, names what it was made of. Arrays of numbers
 * stand behind all else, so that they can be read into memory as they are. Whoever reads the file meanwhile has what
 * stood there before. Throws a TypeError for another kind of array than those of numbers.
 */
export async function writeSnapshot(path: string, stamp: string, content: unknown): Promise<void> {
  const writer = new ArrayWriter();
  writer.writeHeader();
  writer.writeValue(content);
  const value = writer.releaseBuffer();
  const unfinished = `${path}.${process.pid}`;
  try {
    const file = await open(unfinished, "w");
    try {
      const parts = [value, ...writer.padded()];
      await file.writeFile([headOf(stamp, value.length, writer.length, sumOf(parts)), ...parts]);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/**
 * What was written with the same stamp; undefined where there is no such file, or one with another stamp. Throws an
 * Error, which says which file and why, for one that can't be read or is not what was written.
 */
export async function readSnapshot(path: string, stamp: string): Promise<unknown> {
  try {
    const file = await openIfThere(path);
    return file && (await contentOf(file, stamp));
  } catch (cause) {
    throw new Error(`${path} can't be read: ${messageOf(cause)}`, { cause });
  }
}

async function contentOf(file: FileHandle, stamp: string): Promise<unknown> {
  try {
    const head = (await bytesAt(file, 0, HEAD)).toString();
    if (!head.startsWith(`${stamp} `)) return undefined;
    const [value = 0, arrays = 0, sum] = head.slice(stamp.length).trim().split(" ").map(Number);
    const parts = [await bytesAt(file, HEAD, value), await bytesAt(file, HEAD + value, arrays)] as const;
    if (sumOf(parts) !== sum) throw new Error("it was changed since it was written");
    const reader = new ArrayReader(...parts);
    reader.readHeader();
    return reader.readValue();
  } finally {
    await file.close();
  }
}

/** Bytes of the first line: the stamp, and the lengths and the sum of what stands behind it. */
const HEAD = 160;

function headOf(stamp: string, ...numbers: number[]): string {
  const line = [stamp, ...numbers].join(" ");
  if (line.length >= HEAD) throw new RangeError(`a stamp of ${stamp.length} characters is too long`);
  return line.padEnd(HEAD - 1).concat("\n");
}

/** Tells a file that a disk or a hand has changed; a CRC takes half the time of a hash. */
function sumOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => crc32(part, sum), 0);
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Node.js reads less than 2 GiB at once. */
const AT_ONCE = 2 ** 30;

/** So many bytes of a file, in memory of their own. Throws an Error where it ends before. */
async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer<ArrayBuffer>> {
  const buffer = Buffer.allocUnsafeSlow(length);
  for (let done = 0; done < length;) {
    const { bytesRead } = await file.read(buffer, done, Math.min(AT_ONCE, length - done), position + done);
    if (bytesRead === 0) throw new Error(`it ends ${length - done} bytes too early`);
    done += bytesRead;
  }
  return buffer;
}
declare module "node:v8" {
  interface DefaultSerializer {
    /** https://nodejs.org/api/v8.html#serializer_writehostobjectobject */
    _writeHostObject(object: object): void;
  }
  interface DefaultDeserializer {
    /** https://nodejs.org/api/v8.html#deserializer_readhostobject */
    _readHostObject(): object;
  }
}

/** A kind of array is kept as its place here. */
const KINDS = [Uint8Array, Uint16Array, Uint32Array, Float32Array, Float64Array] as const;
type NumberArray = InstanceType<(typeof KINDS)[number]>;

/** Each array begins at a multiple of so many bytes, as its numbers must. */
const ALIGNED = 8;

/** Leaves the arrays of what it writes out, and tells where each is to stand. */
class ArrayWriter extends DefaultSerializer {
  readonly #arrays: NumberArray[] = [];
  /** How many bytes they take together, with what keeps them aligned. */
  length = 0;

  // oxlint-disable-next-line no-underscore-dangle -- the name by which Node.js calls it
  override _writeHostObject(object: object): void {
    const kind = KINDS.findIndex((one) => object.constructor === one);
    if (kind < 0) throw new TypeError(`${object.constructor.name} can't be kept in a snapshot`);
    const array = object as NumberArray;
    this.writeUint32(kind);
    this.writeDouble(this.length);
    this.writeUint32(array.length);
    this.#arrays.push(array);
    this.length += aligned(array.byteLength);
  }

  /** The arrays, each with what keeps the next one aligned. */
  *padded(): Iterable<Uint8Array> {
    for (const { buffer, byteOffset, byteLength } of this.#arrays) {
      yield new Uint8Array(buffer, byteOffset, byteLength);
      yield new Uint8Array(aligned(byteLength) - byteLength);
    }
  }
}

/** Gives back the arrays as parts of the memory in which they were read: copies would take as long as reading. */
class ArrayReader extends DefaultDeserializer {
  readonly #memory: ArrayBuffer;

  constructor(value: Buffer, arrays: Buffer<ArrayBuffer>) {
    super(value);
    this.#memory = arrays.buffer;
  }

  // oxlint-disable-next-line no-underscore-dangle -- the name by which Node.js calls it
  override _readHostObject(): object {
    const kind = this.readUint32();
    const KindOfArray = KINDS[kind];
    if (!KindOfArray) throw new Error(`it holds an array of kind ${kind}`);
    return new KindOfArray(this.#memory, this.readDouble(), this.readUint32());
  }
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNED) * ALIGNED;
}
