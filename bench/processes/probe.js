// Loaded into a contestant before its own program (node --import): tells the bench, over the channel of
// child_process.fork, what the process has used. JavaScript, so that it loads nothing that the contestant does not.
process.on("message", (message) => {
  if (message === "cpu") {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  }
  if (message === "resident") {
    // Only here: a collection costs as much as hundreds of answers.
    // Of the kind that gives back all it can: what a process holds in reserve says little of what it needs.
    globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
    process.send?.(process.memoryUsage.rss());
  }
});
// A contestant ends when its own work does.
process.channel?.unref();
