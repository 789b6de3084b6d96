/** What tells this process to stop: its supervisor, or the end of the manager of the shards. */
const WORDS = ["SIGINT", "SIGTERM", "disconnect"];

/**
 * Resolves with null when the process is told to stop; a second signal ends it at once. A shard hears the first
 * alone: a supervisor tells it as well as its manager does, which ends it where it takes too long.
 */
export async function untilToldToStop(isShard = false): Promise<null> {
  return new Promise((resolve) => {
    const told = () => {
      if (!isShard) for (const word of WORDS) process.off(word, told);
      resolve(null);
    };
    for (const word of WORDS) process.on(word, told);
  });
}
