/** A shard that is ready, and does not hear that it shall end. */
process.on("SIGTERM", () => {});
setInterval(() => {}, 1000);
// What discord.js tells its manager of a client that is logged in.
process.send?.({ _ready: true });
