/** Where the bot writes what an operator needs to know; never a token, never what a member typed. */
export interface Log {
  info(message: string, details?: Record<string, unknown>): void;
  error(message: string, details?: Record<string, unknown>): void;
}

/** A log of one JSON object a line on standard error. `now` gives the time. */
export function createLog(write: (line: string) => void, now: () => Date): Log {
  const line = (level: string, message: string, details: Record<string, unknown> = {}) => {
    write(
      JSON.stringify({
        time: now().toISOString(),
        level,
        message,
        ...details,
        ...(details.error !== undefined && { error: errorText(details.error) }),
      }),
    );
  };
  return {
    info: (message, details) => line("info", message, details),
    error: (message, details) => line("error", message, details),
  };
}

function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
