import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { projectFile } from "../../src/projectFile.ts";

/** A program of this project that runs as a process of its own. */
export interface Running {
  /** Resolves with standard output once it holds such a text; rejects when the program ends before. */
  said(text: RegExp): Promise<string>;
  /** The same of standard error. */
  wrote(text: RegExp): Promise<string>;
  tell(signal: NodeJS.Signals): void;
  /** How it ended. Resolves when it has. */
  ended: Promise<Ended>;
}

interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a file of this project, such as `dist/main.js`, with nothing in its environment but what is given, and no
 * terminal; `input` is its standard input.
 */
export function start(
  path: string,
  env: Record<string, string> = {},
  args: readonly string[] = [],
  input: string | null = null,
): Running {
  const program = fileURLToPath(projectFile(path));
  const child = spawn(process.execPath, [program, ...args], {
    // A folder without a .env file.
    cwd: tmpdir(),
    env: { DATA_FILE: ":memory:", ...env },
    stdio: [input === null ? "ignore" : "pipe", "pipe", "pipe"],
  });
  child.stdin?.end(input);
  let [stdout, stderr] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => void (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => void (stderr += text));
  const ended = once(child, "close").then(([status]) => ({
    status: status as number | null,
    stdout,
    stderr,
  }));
  return {
    ended,
    tell: (signal) => void child.kill(signal),
    said: (text) => holds(child.stdout, () => stdout, text),
    wrote: (text) => holds(child.stderr, () => stderr, text),
  };

  function holds(stream: Readable | null, all: () => string, text: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (text.test(all())) resolve(all());
      };
      stream?.on("data", look);
      look();
      void ended.then(({ status }) =>
        reject(new Error(`it ended with ${status} and never said ${text}:\n${stdout}${stderr}`)),
      );
    });
  }
}
