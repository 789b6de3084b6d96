import {
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
  type AutocompleteInteraction,
  type RepliableInteraction,
} from "discord.js";
import type { LookupCache } from "../cache/lookupCache.ts";
import { DEFAULT_SETTINGS, type GuildSettings, type SettingsStore } from "../cache/settings.ts";
import type { Lookups } from "../lookup/lookups.ts";
import type { Pictures } from "../picture/pictures.ts";
import { languageOf, type Language } from "../text/messages.ts";
import type { Command, Context } from "./command.ts";
import type { Meter } from "./meter.ts";
import type { SharedAnswers } from "./sharedAnswers.ts";

/** Where something is asked, and how answers are given there. */
export interface Place {
  settings: GuildSettings;
  /** The server's language for public answers, the member's for private ones. */
  languages: { server: Language; member: Language };
  zone: string;
  /** Whether others are there who could see what is shared. */
  hasOthers: boolean;
  mayEmbed: boolean;
  mayAttach: boolean;
}

/** A change of settings that the store did not take. */
export class NotKept extends Error {
  readonly isSafeToLog = true;
}

async function kept(change: Promise<GuildSettings>): Promise<GuildSettings> {
  try {
    return await change;
  } catch (cause) {
    throw new NotKept("the store did not take a change of settings", { cause });
  }
}

/** What contexts are made of; the same for every interaction. */
export interface ContextParts {
  commands: readonly Command[];
  lookups: Lookups;
  cache: LookupCache;
  settings: SettingsStore;
  pictures: Pictures;
  version: string;
  /** Answers that any server may have; each is computed anew without. */
  shared?: SharedAnswers;
  meter?: Meter;
  /** From 0 up to, not including, 1. */
  random: () => number;
}

type Asked = RepliableInteraction | AutocompleteInteraction;

/**
 * The place of an interaction. Discord gives en-US for every server until somebody chooses a language
 * there, so that en-US chooses nothing: the member's counts then.
 * https://discord.com/developers/docs/resources/guild#guild-object (preferred_locale)
 */
export async function placeOf(
  interaction: Asked,
  { settings: store, lookups }: ContextParts,
): Promise<Place> {
  const { guildId, guildLocale, locale } = interaction;
  const settings = guildId === null ? DEFAULT_SETTINGS : await store.of(guildId);
  const member = languageOf(locale);
  const chosen = guildLocale && guildLocale !== Locale.EnglishUS ? languageOf(guildLocale) : member;
  return {
    settings,
    languages: { member, server: guildId === null ? member : (settings.language ?? chosen) },
    zone: settings.zone ?? lookups.story.about.zones.home,
    hasOthers: interaction.context !== InteractionContextType.BotDM,
    mayEmbed: interaction.appPermissions.has(PermissionFlagsBits.EmbedLinks),
    mayAttach: interaction.appPermissions.has(PermissionFlagsBits.AttachFiles),
  };
}

/** What a command answers from, at a place. `language` is that of what is typed or shown first. */
export function contextOf(
  interaction: Asked,
  { settings, zone }: Place,
  language: Language,
  parts: ContextParts,
): Context {
  const { lookups, cache, random, pictures, commands, version } = parts;
  const { guildId } = interaction;
  // Outside servers a member's look-ups are his own.
  const guild = guildId ?? `@${interaction.user.id}`;
  return {
    lookups,
    language,
    zone,
    random,
    pictures,
    commands,
    version,
    async cached(question, compute) {
      let remembered = true;
      const asked = [lookups.story.version, language, zone, ...question];
      const answer = await cache.answer(guild, asked, () => {
        remembered = false;
        return parts.shared ? parts.shared.of(asked, compute) : compute();
      });
      parts.meter?.lookup(remembered);
      return answer;
    },
    server:
      guildId === null
        ? null
        : {
            settings,
            mayManage: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
            change: (change) => kept(parts.settings.change(guildId, change)),
            async reset() {
              const reset = await kept(parts.settings.reset(guildId));
              await cache.forget(guildId);
              return reset;
            },
          },
  };
}
