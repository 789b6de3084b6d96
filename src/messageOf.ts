/** What an error says, for the line that names a fault. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
