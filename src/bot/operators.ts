import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Metrics } from "./metrics.ts";

export interface OperatorParts {
  host: string;
  /** 0 takes any port that is free. */
  port: number;
  /** Whether questions are answered now. */
  isReady: () => boolean;
  metrics: Pick<Metrics, "text" | "contentType">;
}

/** What operators and their machines may look at. */
export interface OperatorServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Serves /healthz (200 while the process lives), /readyz (200 while it answers, else 503) and /metrics.
 * Throws when the port is taken.
 */
export async function startOperatorServer({
  host,
  port,
  isReady,
  metrics,
}: OperatorParts): Promise<OperatorServer> {
  const app = new Hono();
  app.get("/healthz", (context) => context.text("ok\n"));
  app.get("/readyz", (context) => (isReady() ? context.text("ready\n") : context.text("not ready\n", 503)));
  app.get("/metrics", async (context) =>
    context.body(await metrics.text(), 200, { "content-type": metrics.contentType }),
  );
  const server = serve({ fetch: app.fetch, hostname: host, port }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
