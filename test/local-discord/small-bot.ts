import { Client, Events, MessageFlags, type Interaction } from "discord.js";
import { startLocalDiscord, type LocalDiscord, type Options } from "../../src/local-discord/index.ts";

/** The commands of the small bot, as they are sent. */
export const definitions = [
  {
    name: "story",
    name_localizations: { fr: "histoire" },
    description: "Tell a part of the story",
    description_localizations: { fr: "Raconter" },
    options: [
      {
        type: 3,
        name: "part",
        name_localizations: { fr: "partie" },
        description: "Which part",
        required: true,
        autocomplete: true,
      },
      { type: 4, name: "lines", description: "How many lines", min_value: 1, max_value: 9 },
      {
        type: 3,
        name: "tone",
        description: "How",
        choices: [
          { name: "short", value: "s" },
          { name: "long", value: "l" },
        ],
      },
    ],
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  },
  {
    name: "settings",
    description: "Settings",
    contexts: [0],
    default_member_permissions: "32",
    options: [
      {
        type: 1,
        name: "zone",
        description: "Set the zone",
        options: [{ type: 3, name: "name", description: "Its name" }],
      },
      { type: 1, name: "show", description: "Show them" },
    ],
  },
  { name: "Explain this", name_localizations: { fr: "Expliquer ceci" }, type: 3 },
];

const row = (...components: object[]) => ({ type: 1, components }) as never;
const menu = {
  type: 3,
  custom_id: "menu",
  placeholder: "Open …",
  options: [
    { label: "Première", value: "1" },
    { label: "Second", value: "2" },
  ],
};
const buttons = [
  { type: 2, style: 2, custom_id: "go:2", label: "◀ Page 2" },
  { type: 2, style: 2, custom_id: "off", label: "Off", disabled: true },
  { type: 2, style: 5, url: "https://example.org/a", label: "Read" },
];

/** What the bot does, by the text of `part`; `seen` collects the interactions as discord.js shows them, `notes` what it finds. */
async function act(interaction: Interaction, seen: Interaction[], notes: string[]): Promise<void> {
  seen.push(interaction);
  if (interaction.isAutocomplete()) {
    const focused = interaction.options.getFocused();
    if (focused === "silence") return;
    return interaction.respond([
      { name: `${focused}…`, value: `${focused}:${interaction.options.getInteger("lines") ?? 0}` },
    ]);
  }
  if (interaction.isMessageContextMenuCommand()) {
    const { content, author } = interaction.targetMessage;
    await interaction.reply(`${author.username}: ${content}`);
  }
  if (interaction.isButton()) await interaction.update({ content: `pressed ${interaction.customId}` });
  if (interaction.isStringSelectMenu()) {
    await interaction.deferUpdate();
    await interaction.editReply({ content: `picked ${interaction.values.join()}` });
  }
  if (!interaction.isChatInputCommand()) return;
  if (interaction.commandName === "settings") {
    await interaction.reply(
      `${interaction.options.getSubcommand()} ${interaction.options.getString("name")}`,
    );
    return;
  }
  const part = interaction.options.getString("part", true);
  switch (part) {
    case "page":
      await interaction.reply({ content: "page 1", components: [row(...buttons), row(menu)] });
      return;
    case "private":
      await interaction.reply({ content: "for you", flags: MessageFlags.Ephemeral });
      return;
    case "later": {
      const first = await interaction.deferReply({ withResponse: true });
      notes.push(`loading ${first.interaction.responseMessageLoading}`);
      await interaction.editReply("there it is");
      const more = await interaction.followUp("and more");
      await interaction.webhook.editMessage(more, "and much more");
      const gone = await interaction.followUp({ content: "too much", flags: MessageFlags.Ephemeral });
      await interaction.deleteReply(gone);
      notes.push("deleted");
      return;
    }
    case "follow":
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.followUp("in place");
      return;
    case "picture": {
      const file = {
        attachment: Buffer.from("not really a picture"),
        name: "a picture.png",
        description: "alt",
      };
      const note = { attachment: Buffer.from("words"), name: "note.txt" };
      await interaction.reply({
        embeds: [{ description: "see", image: { url: "attachment://a_picture.png" } }],
        files: [{ ...file, name: "a_picture.png" }, note],
      });
      return;
    }
    case "promise":
      await interaction.deferReply();
      notes.push("promised");
      return;
    case "twice":
      await interaction.reply("once");
      await interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
        auth: false,
        body: { type: 4, data: { content: "twice" } },
      });
      return;
    case "bad":
      await interaction.reply({
        content: "x",
        embeds: [{ title: "t", fields: [{ name: "n", value: " " }] }],
      });
      return;
    default:
      await interaction.reply(
        `part ${part}, ${interaction.options.getInteger("lines")} lines, ${interaction.options.getString("tone")}`,
      );
  }
}

export interface SmallBot {
  discord: LocalDiscord;
  client: Client<true>;
  /** The interactions it got, in order. */
  seen: Interaction[];
  /** What Discord refused it. */
  errors: (Error & { code?: number })[];
  /** What it found on its way. */
  notes: string[];
  close(): Promise<void>;
}

/** Starts a local Discord and on it a real discord.js client that has registered its commands. */
export async function startSmallBot(
  options: Options = {},
  shards: "auto" | number[] = "auto",
): Promise<SmallBot> {
  const discord = await startLocalDiscord(options);
  const seen: Interaction[] = [];
  const errors: SmallBot["errors"] = [];
  const notes: string[] = [];
  const client = new Client({ intents: [], rest: { api: discord.api }, shards });
  client.on(Events.InteractionCreate, (interaction) => {
    act(interaction, seen, notes).catch((error: Error) => errors.push(error));
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  const running = await ready;
  await running.application.commands.set(definitions);
  return {
    discord,
    client: running,
    seen,
    errors,
    notes,
    async close() {
      await client.destroy();
      await discord.close();
    },
  };
}

/** A clock that stands still until it is told to go on; its timers run when their time has come. */
export function handClock() {
  let time = Date.parse("2026-01-01T12:00:00Z");
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => time,
    after: (ms: number, run: () => void) => {
      const timer = { at: time + ms, run };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
    advance(ms: number) {
      time += ms;
      const due = timers.filter((one) => one.at <= time);
      timers = timers.filter((one) => one.at > time);
      for (const timer of due) timer.run();
    },
  };
}

/** Waits until something is so; the test's own limit ends a wait that has no end. */
export async function until<T>(look: () => T | undefined | false | null): Promise<T> {
  for (;;) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
