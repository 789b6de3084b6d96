/**
 * Loaded into a contestant before its own program (node --import): tells the bench, over the channel of
 * child_process.fork, what the process has used.
 */
export interface Usage {
  /** CPU time of the whole process since its start, in µs. */
  cpu: number;
  /** Resident memory, in bytes, after a garbage collection. */
  resident: number;
}

process.on("message", (message) => {
  if (message !== "usage") return;
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, resident: process.memoryUsage.rss() } satisfies Usage);
});
// A contestant ends when its own work does.
process.channel?.unref();
