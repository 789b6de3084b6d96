import { once } from "node:events";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { defaultStory } from "../../src/exit.ts";
import { createLookups, type Lookups } from "../../src/lookup/lookups.ts";
import { loadStory } from "../../src/story/load.ts";
import { linkStory, type Story } from "../../src/story/story.ts";
import { ask } from "../../src/lookup/ask/ask.ts";
import { generatedRecords } from "../generatedStory.ts";
import { takeTurns } from "../plan.ts";
import { seeded } from "../random.ts";
import { percentile } from "../statistics.ts";
import { ownCompletion, peerCompletion, timed, typingScript, type Complete, type Typed } from "../typing.ts";

/** What is asked of this process, by one message over its channel. */
export interface GrowthRequest {
  size: number;
  rounds: number;
  builds: number;
  keystrokes: number;
  /** Keystrokes for Fuse, whose time grows with the story; 0 leaves it out. */
  fuseKeystrokes: number;
  /** Questions for /ask; 0 leaves it out. */
  questions: number;
}

/** One value for each round; times in ms, memory in MB. */
export interface GrowthResult {
  build: number[];
  memory: number;
  own: Quantiles[];
  scan: Quantiles[];
  fuse: Quantiles[];
  /** How late the event loop came while it completed. */
  delay: Delay[];
  ask: { build: number; memory: number; times: Quantiles[] } | null;
}

export interface Quantiles {
  p50: number;
  p99: number;
}

/** The longest is that for which the event loop stood still. */
export interface Delay extends Quantiles {
  longest: number;
}

/** Keystrokes for the scan, which takes as long for each. */
const SCANNED = 200;

const [request] = (await once(process, "message")) as [GrowthRequest];
process.send?.(await measure(request));
process.disconnect();

async function measure(request: GrowthRequest): Promise<GrowthResult> {
  const { size, rounds } = request;
  const frame = await loadStory(defaultStory);
  const story = linkStory(generatedRecords(size, frame, seeded(size)), `generated ${size}`);
  const build: number[] = [];
  let lookups: Lookups | undefined;
  let memory = 0;
  for (let n = 0; n < request.builds; n += 1) {
    lookups = undefined;
    const before = used();
    const start = performance.now();
    lookups = createLookups(story);
    index(lookups);
    build.push(performance.now() - start);
    memory = used() - before;
  }
  if (!lookups) throw new RangeError("at least one build");
  const script = typingScript(story, request.keystrokes, seeded(2));
  const own = ownCompletion(lookups);
  timed(own, script);
  // Before any peer takes memory of its own.
  const delay: Delay[] = [];
  for (let n = 0; n < rounds; n += 1) delay.push(await delayOfLoop(own, script));
  const scan = peerCompletion("substring scan", story);
  const fuse = request.fuseKeystrokes > 0 ? peerCompletion("Fuse, token search", story) : null;
  const turns = await takeTurns(rounds, {
    own: () => quantiles(timed(own, script)),
    scan: () => quantiles(timed(scan, script.slice(0, SCANNED))),
    ...(fuse && { fuse: () => quantiles(timed(fuse, script.slice(0, request.fuseKeystrokes))) }),
  });
  return {
    ...turns,
    build,
    memory,
    delay,
    fuse: turns.fuse ?? [],
    ask: request.questions === 0 ? null : asking(story, lookups, request),
  };
}

/** Indexes now what the bot indexes in turns after its start; `/ask` is measured apart. */
function index({ events, people, quotes }: Lookups): void {
  if (!events || !people || !quotes) throw new RangeError("nothing to complete from");
}

/** Completes with a turn of the event loop after each keystroke, as they come from Discord. */
async function delayOfLoop(complete: Complete, script: readonly Typed[]): Promise<Delay> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (const typed of script) {
    complete(typed);
    await setImmediate();
  }
  delay.disable();
  return { p50: delay.percentile(50) / 1e6, p99: delay.percentile(99) / 1e6, longest: delay.max / 1e6 };
}

function asking(story: Story, lookups: Lookups, { rounds, questions }: GrowthRequest): GrowthResult["ask"] {
  const before = used();
  const start = performance.now();
  if (lookups.ask.entries.length === 0) throw new RangeError("nothing to ask about");
  const build = performance.now() - start;
  const memory = used() - before;
  const random = seeded(3);
  const topics = [...story.topics.values()];
  const texts = Array.from({ length: questions }, () => {
    const { question, asked } = random.pick(topics);
    return random.below(2) === 0 ? question.fr : random.pick(asked.fr);
  });
  const zone = story.about.zones.home;
  return {
    build,
    memory,
    times: Array.from({ length: rounds }, () =>
      quantiles(
        texts.map((text) => {
          const began = performance.now();
          ask(text, "fr", lookups, zone);
          return performance.now() - began;
        }),
      ),
    ),
  };
}

function quantiles(times: number[]): Quantiles {
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** Memory in use after a garbage collection, in MB. */
function used(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
