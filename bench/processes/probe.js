// Loaded into a contestant before its own program (node --import): tells the bench, over the channel of
// child_process.fork, what the process has used. JavaScript, so that it loads nothing that the contestant does not.
process.on("message", (message) => {
  if (message !== "usage") return;
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, resident: process.memoryUsage.rss() });
});
// A contestant ends when its own work does.
process.channel?.unref();
