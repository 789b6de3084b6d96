import { Client, Events, type InteractionReplyOptions } from "discord.js";

/**
 * The peer: discord.js as its guide shows it, one listener that answers every command with one message.
 * DISCORD_API and DISCORD_TOKEN say where; the first message over the channel is what it answers.
 */
let answer: InteractionReplyOptions = { content: "…" };
process.on("message", (message) => {
  if (typeof message === "object" && message !== null) answer = message;
});

const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API ?? "" } });
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply(answer);
});
await client.login(process.env.DISCORD_TOKEN ?? "");
