import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { HttpBindings } from "@hono/node-server";
import type { Context, Next } from "hono";

/** What a lasting fault may do with one event: send it changed, twice, later, or not at all. */
export type Deliver = (data: unknown, send: (data: unknown) => void) => void;

/** A request that meets a fault. */
interface Met {
  method: string;
  /** `/api/v10/…` */
  path: string;
  /** Does what the request asks and gives the answer, as without the fault. */
  serve: () => Promise<Response>;
  /** Ends the connection in place of an answer. */
  cut: () => Response;
}

/** What a lasting fault does with one request. */
export type Meet = (request: Met) => Response | Promise<Response>;

/** One way to let a client down. The first three happen once, the others last. */
export type Fault =
  /** The gateway closes the sockets; 1006 cuts them without a word. */
  | { kind: "close"; code: number }
  /** The gateway asks to reconnect (op 7). */
  | { kind: "reconnect" }
  /** The gateway ends the sessions (op 9). */
  | { kind: "invalidate"; mayResume: boolean }
  /** Open sockets become zombies: no event, no heartbeat acknowledged. */
  | { kind: "silence" }
  /** Events come otherwise than they should; INTERACTION_CREATE unless another is named. */
  | { kind: "events"; event?: string; deliver: Deliver }
  /** Requests fail: first answers to interactions, all other requests, or all. `times` ends it by itself. */
  | { kind: "requests"; to: "callbacks" | "others" | "all"; times?: number; meet: Meet };

/** The lasting faults of one local Discord. */
export interface Faults {
  /** Begins a fault; gives what ends it. */
  begin(fault: Fault, gateway: Breakable): () => void;
  /** Passes an event to `send` as the faults of the moment have it. */
  deliver(event: string, data: unknown, send: (data: unknown) => void): void;
  /** Lets a request through, or meets it with the fault that began last. */
  meet(context: Context, next: Next): Promise<void>;
}

/** What faults do to the gateway. */
interface Breakable {
  drop(code: number): void;
  reconnect(): void;
  invalidate(mayResume: boolean): void;
  silence(): () => void;
}

type Of<Kind extends Fault["kind"]> = Extract<Fault, { kind: Kind }>;

const nothing = () => {};

/** No fault at all, until one begins. */
export function newFaults(): Faults {
  const events = new Set<Of<"events">>();
  const requests = new Map<Of<"requests">, number>();

  const isMet = ({ to }: Of<"requests">, path: string) =>
    to === "all" || (to === "callbacks") === path.endsWith("/callback");

  return {
    begin(fault, gateway) {
      if (fault.kind === "silence") return gateway.silence();
      if (fault.kind === "events") {
        events.add(fault);
        return () => void events.delete(fault);
      }
      if (fault.kind === "requests") {
        requests.set(fault, fault.times ?? Infinity);
        return () => void requests.delete(fault);
      }
      if (fault.kind === "close") gateway.drop(fault.code);
      else if (fault.kind === "reconnect") gateway.reconnect();
      else gateway.invalidate(fault.mayResume);
      return nothing;
    },
    deliver(type, data, send) {
      const fault = [...events].findLast(({ event = "INTERACTION_CREATE" }) => event === type);
      if (fault) fault.deliver(data, send);
      else send(data);
    },
    async meet(context, next) {
      const { method, path } = context.req;
      const fault = [...requests.keys()].findLast((one) => isMet(one, path));
      if (!fault) return next();
      const left = (requests.get(fault) ?? 0) - 1;
      if (left > 0) requests.set(fault, left);
      else requests.delete(fault);
      const answer = await fault.meet({
        method,
        path,
        async serve() {
          await next();
          return context.res;
        },
        cut() {
          (context.env as HttpBindings).outgoing.destroy();
          return RESPONSE_ALREADY_SENT.clone();
        },
      });
      // What was served in between would give its headers to this answer.
      context.res = undefined;
      context.res = answer;
    },
  };
}

/** 429: https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
export function rateLimited(seconds: number, global: boolean): Meet {
  return () =>
    Response.json(
      { message: "You are being rate limited.", retry_after: seconds, global },
      {
        status: 429,
        headers: {
          "retry-after": String(seconds),
          "x-ratelimit-scope": global ? "global" : "user",
          ...(global && { "x-ratelimit-global": "true" }),
        },
      },
    );
}

/** An answer without JSON, as a proxy before Discord gives it. */
export function failing(status: number): Meet {
  return () =>
    new Response("<html>upstream error</html>", { status, headers: { "content-type": "text/html" } });
}

/** Answers as it should, `ms` too late: the request itself arrives in time or, with `before`, late too. */
export function slow(ms: number, before = false): Meet {
  const wait = () => new Promise((resolve) => setTimeout(resolve, ms));
  return async ({ serve }) => {
    if (before) await wait();
    const answer = await serve();
    if (!before) await wait();
    return answer;
  };
}

/** Does what was asked, and then says that it failed. */
export const unheard: Meet = async ({ serve }) => {
  await serve();
  return new Response(null, { status: 502 });
};

/** Does what was asked, and cuts the connection instead of an answer. */
export const cutAfter: Meet = async ({ serve, cut }) => {
  await serve();
  return cut();
};

/** Cuts the connection before anything was done. */
export const cutBefore: Meet = ({ cut }) => cut();

/** JSON that ends in the middle. */
export const truncated: Meet = async ({ serve }) => {
  const answer = await serve();
  const text = await answer.clone().text();
  if (text === "") return answer;
  return new Response(text.slice(0, Math.ceil(text.length / 2)), {
    status: answer.status,
    headers: { "content-type": "application/json" },
  });
};
