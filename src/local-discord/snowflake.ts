/** The first instant a snowflake can carry, in ms since 1970: https://docs.discord.com/developers/reference#snowflakes */
const discordEpoch = 1420070400000;

/**
 * Makes snowflakes in rising order, never the same twice.
 * @param now the clock, in ms since 1970
 * @returns a function that gives the next snowflake as a decimal string
 */
export function snowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const fresh = BigInt(Math.floor(now()) - discordEpoch) << 22n;
    // Two of the same millisecond, or a clock that went back: count on from the last one.
    last = fresh > last ? fresh : last + 1n;
    return last.toString();
  };
}

/**
 * The shard that gets a guild's events: https://docs.discord.com/developers/events/gateway#sharding
 * @param guild a guild id, or null for a private message, which always goes to shard 0
 * @param shards how many shards there are
 */
export function shardOf(guild: string | null, shards: number): number {
  return guild === null ? 0 : Number((BigInt(guild) >> 22n) % BigInt(shards));
}
