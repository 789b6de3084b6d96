import { Worker } from "node:worker_threads";
import { projectFile } from "../projectFile.ts";
import { CANVAS_PACKAGE } from "./canvas.ts";
import type { Drawing, Order } from "./drawing.ts";

/** Draws away from the event loop. */
export interface Drawer {
  /** Gives null where there is nothing to show. Rejects where it can't be drawn, or too many others wait. */
  draw(order: Order): Promise<Drawing | null>;
  close(): Promise<void>;
}

/** Why a picture could not be drawn; pictures hold words of the story alone, so that a log may tell it. */
class DrawingError extends Error {
  readonly isSafeToLog = true;
  override readonly name = "DrawingError";
}

/** What the thread is sent, and what it answers. */
export interface Job {
  id: number;
  order: Order;
}
export type Answer = { id: number } & ({ drawing: Drawing | null } | { failure: string });

/** Orders that may wait for the one thread: about two seconds of work. */
export const MOST_WAITING = 16;

/**
 * A drawer with one thread, which starts with the first order and never keeps the process alive.
 *
 * Measured on 2 cores, a strip of 1080 × 2200 pixels: on the event loop itself, loading the package and
 * the fonts would hold up every other answer for 80 ms once, and each picture for 8 ms with the PNG made by
 * libuv's threads, or for 110 ms without. With this thread the loop is held up for 2 ms at most, next to
 * the 2 to 6 ms in which the words of a new picture are put together. It costs about 60 MB from the first
 * picture on, nothing before.
 */
export function startDrawer(canvasPackage = CANVAS_PACKAGE): Drawer {
  const waiting = new Map<number, PromiseWithResolvers<Drawing | null>>();
  let worker: Worker | undefined;
  let last = 0;

  const started = (): Worker => {
    const fresh = new Worker(projectFile("src/picture/worker.ts"), { workerData: { canvasPackage } });
    fresh.unref();
    fresh.on("message", (answer: Answer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ("failure" in answer) asked?.reject(new DrawingError(answer.failure));
      else asked?.resolve(answer.drawing);
    });
    // A thread that died takes its orders with it; the next order starts another.
    const lost = (reason: string) => {
      if (worker !== fresh) return;
      worker = undefined;
      for (const asked of waiting.values()) asked.reject(new DrawingError(reason));
      waiting.clear();
    };
    fresh.on("error", (error: Error) => lost(`the thread that draws failed: ${error.message}`));
    fresh.on("exit", () => lost("the thread that draws has ended"));
    return fresh;
  };

  return {
    draw(order) {
      if (waiting.size >= MOST_WAITING)
        return Promise.reject(new DrawingError("too many pictures wait to be drawn"));
      const asked = Promise.withResolvers<Drawing | null>();
      const job: Job = { id: ++last, order };
      worker ??= started();
      waiting.set(job.id, asked);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(job);
      return asked.promise;
    },
    async close() {
      await worker?.terminate();
    },
  };
}
