import { parentPort, workerData } from "node:worker_threads";
import { openCanvas } from "./canvas.ts";
import { drawingOf } from "./drawing.ts";
import type { Answer, Job } from "./drawer.ts";

/**
 * The thread that draws. It answers every job, in order, and what can't be drawn with the reason.
 */
const canvas = openCanvas((workerData as { canvasPackage: string }).canvasPackage);
// Whoever asks hears of it; unasked it is no failure.
canvas.catch(() => {});

parentPort?.on("message", (job: Job) => void answer(job));

async function answer(job: Job): Promise<void> {
  const given = await answerTo(job);
  const bytes = "drawing" in given && given.drawing ? [given.drawing.png.buffer] : [];
  parentPort?.postMessage(given, bytes);
}

async function answerTo({ id, order }: Job): Promise<Answer> {
  try {
    return { id, drawing: drawingOf(order, await canvas) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}
