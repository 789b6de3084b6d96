import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A way to a server that can lose what goes through it, without a word to either side. */
export interface Way {
  address: string;
  /** From now on nothing passes through the connections that are open; those that open later work. */
  lose(): void;
  close(): Promise<void>;
}

/** Opens a way to a server's port on this machine; with null it leads nowhere: it accepts, and never answers. */
export async function openWay(to: number | null): Promise<Way> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    sockets.add(near.on("error", () => {}));
    if (to === null) return;
    const far = connect(to, "127.0.0.1");
    sockets.add(far.on("error", () => {}));
    near.pipe(far).pipe(near);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lose() {
      for (const socket of sockets) socket.unpipe().pause();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
