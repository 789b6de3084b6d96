import { EmbedBuilder } from "@discordjs/builders";
import type { APIButtonComponent, APIEmbed } from "discord-api-types/v10";
import type { Account } from "../story/schema.ts";
import type { Story } from "../story/story.ts";
import { accountField, fieldsWithin } from "./account.ts";
import { clip, LIMITS } from "./limits.ts";
import { plain } from "./markdown.ts";
import { pageWithin, turnButtons } from "./turnPage.ts";
import type { Voice } from "./voice.ts";

export const ACCOUNTS_PER_PAGE = 5;
const LONGEST_HEAD = 300;

/** Accounts under a title, page by page. */
interface AccountList {
  title: string;
  colour: number;
  accounts: readonly Account[];
  /** What stands above the first of them, clipped: the fields need the room. */
  head?: string;
  /** The custom id of a page. */
  idOf: (page: number) => string;
}

/** One page of accounts, who says what in which words, and what leads to the pages beside it. */
export function accountsPage(
  { title, colour, accounts, head, idOf }: AccountList,
  asked: number,
  story: Story,
  voice: Voice,
): { embed: APIEmbed; buttons: APIButtonComponent[] } {
  const { source: words } = voice.words;
  const at = pageWithin(asked, Math.ceil(accounts.length / ACCOUNTS_PER_PAGE));
  const here = accounts.slice(at.page * ACCOUNTS_PER_PAGE, (at.page + 1) * ACCOUNTS_PER_PAGE);
  const embed = new EmbedBuilder()
    .setColor(colour)
    .setTitle(clip(plain(title), LIMITS.embedTitle))
    .setDescription(
      [
        accountsOfSources(accounts, voice),
        ...(head && at.page === 0 ? [plain(clip(head, LONGEST_HEAD))] : []),
      ].join("\n"),
    )
    .addFields(fieldsWithin((room) => here.map((account) => accountField(account, story, voice, room))));
  if (at.pages > 1) embed.setFooter({ text: words.page(at.page + 1, at.pages) });
  return {
    embed: embed.toJSON(),
    buttons: turnButtons(at, { before: words.pageBefore, next: words.nextPage }, idOf),
  };
}

/** "12 accounts, 9 sources"; the sources alone where each gives one account. */
export function accountsOfSources(accounts: readonly Account[], { words }: Voice): string {
  const sources = new Set(accounts.map(({ source }) => source)).size;
  const named = words.sources(sources);
  return sources === accounts.length ? named : `${words.accounts(accounts.length)}, ${named}`;
}
