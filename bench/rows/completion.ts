import { createLookups } from "../../src/lookup/lookups.ts";
import { loadStory } from "../../src/story/load.ts";
import { defaultStory } from "../../src/exit.ts";
import { takeTurns, type Plan } from "../plan.ts";
import { seeded } from "../random.ts";
import { atLeastTimes, atMost, atMostTimes, rowOf, type Row } from "../row.ts";
import { PEERS, type PeerName } from "../searches.ts";
import { percentile } from "../statistics.ts";
import {
  ownCompletion,
  ownFind,
  peerCompletion,
  peerFind,
  recall,
  timed,
  typingScript,
  type Complete,
} from "../typing.ts";

const KEYSTROKES = 1000;
/** Before it is measured: a bot runs for days, and until ten thousand keystrokes its code still gets faster. */
const WARM_ROUNDS = 10;
/** Fuse takes milliseconds for a keystroke: every tenth is enough to know it. */
const EVERY: Record<PeerName, number> = {
  "Fuse, defaults": 10,
  "Fuse, token search": 10,
  "substring scan": 1,
};
/** In the short form, how much of the time of Fuse a keystroke may take. */
const SHORT_AIM: Partial<Record<PeerName, number>> = { "Fuse, defaults": 0.1, "Fuse, token search": 0.1 };

/** Row 2: one keystroke of completion in this process, over the story of the project. */
export async function completionRows(plan: Plan): Promise<Row[]> {
  plan.progress("completion: times");
  const story = await loadStory(defaultStory);
  const lookups = createLookups(story);
  const script = typingScript(story, KEYSTROKES, seeded(1));
  const peers = Object.keys(PEERS) as PeerName[];
  const round = (complete: Complete, every: number) => () =>
    timed(
      complete,
      script.filter((_, n) => n % every === 0),
    );
  const contestants = {
    own: round(ownCompletion(lookups), 1),
    ...Object.fromEntries(peers.map((peer) => [peer, round(peerCompletion(peer, story), EVERY[peer])])),
  } as Record<"own" | PeerName, () => number[]>;
  await takeTurns(WARM_ROUNDS, contestants);
  const rounds = await takeTurns(plan.rounds, contestants);

  const rows = peers.flatMap((peer, n) =>
    ([50, 99] as const).map((share) => {
      const values = (times: number[][]) => times.map((round) => 1000 * percentile(round, share / 100));
      const limit = SHORT_AIM[peer];
      const shortAim = limit === undefined ? null : atMostTimes(limit);
      // The aim is one of the figure itself: it is said once.
      const longAim = n === 0 ? atMost(share === 50 ? 25 : 1500) : null;
      return rowOf(`completion, a keystroke: p${share}`, "µs", values(rounds.own), {
        peer: { name: peer, values: values(rounds[peer]) },
        aim: plan.short ? (share === 50 ? shortAim : null) : longAim,
      });
    }),
  );

  plan.progress("completion: recall");
  return [
    ...rows,
    ...[1, 5].map((limit) =>
      rowOf(`completion, labelled typos: recall@${limit}`, "", [recall(ownFind(lookups), script, limit)], {
        peer: {
          name: "Fuse, token search",
          values: [recall(peerFind("Fuse, token search", story), script, limit)],
        },
        aim: atLeastTimes(1),
      }),
    ),
  ];
}
