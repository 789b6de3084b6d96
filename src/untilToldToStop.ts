/**
 * Resolves at SIGINT or SIGTERM, or when the manager of the shards is gone; a second signal ends the process at
 * once.
 */
export async function untilToldToStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    process.once("disconnect", () => resolve());
  });
}
