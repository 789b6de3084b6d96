import { open, writeFile, type FileHandle } from "node:fs/promises";
import { DefaultDeserializer, DefaultSerializer } from "node:v8";

/**
 * Writes what structuredClone can copy to a file; `stamp`, of one short line, names what it was made of. Arrays of numbers
 * stand behind all else, so that they can be read into memory as they are.
 */
export async function writeSnapshot(path: string, stamp: string, content: unknown): Promise<void> {
  const writer = new ArrayWriter();
  writer.writeHeader();
  writer.writeValue(content);
  const value = writer.releaseBuffer();
  await writeFile(path, [headOf(stamp, value.length, writer.length), value, ...writer.padded()]);
}

/**
 * What was written with the same stamp; undefined where there is no such file, or one with another stamp. Throws what
 * reading a file throws, and an Error for one that was not written to its end.
 */
export async function readSnapshot(path: string, stamp: string): Promise<unknown> {
  const file = await openIfThere(path);
  if (file === null) return undefined;
  try {
    const head = (await bytesAt(file, 0, HEAD)).toString();
    if (!head.startsWith(`${stamp} `)) return undefined;
    const [value = 0, arrays = 0] = head.slice(stamp.length).trim().split(" ").map(Number);
    if ((await file.stat()).size !== HEAD + value + arrays)
      throw new Error(`${path} was not written to its end`);
    const reader = new ArrayReader(
      await bytesAt(file, HEAD, value),
      await bytesAt(file, HEAD + value, arrays),
    );
    reader.readHeader();
    return reader.readValue();
  } finally {
    await file.close();
  }
}

/** Bytes of the first line: the stamp, and the lengths of what stands behind it. */
const HEAD = 128;

function headOf(stamp: string, value: number, arrays: number): string {
  return `${stamp} ${value} ${arrays}`.padEnd(HEAD - 1).concat("\n");
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** So many bytes of a file, in memory of their own; fewer where it ends before. */
async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer<ArrayBuffer>> {
  const buffer = Buffer.allocUnsafeSlow(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
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
    const KindOfArray = KINDS[this.readUint32()] ?? Uint8Array;
    return new KindOfArray(this.#memory, this.readDouble(), this.readUint32());
  }
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNED) * ALIGNED;
}
