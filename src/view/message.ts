import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from "discord-api-types/v10";
import type { Voice } from "./voice.ts";

/** A picture that goes with a message, and what it shows in words for those who don't see it. */
export interface Picture {
  /** A file name, ending in .png. */
  name: string;
  data: Uint8Array;
  /** At most 1024 characters. */
  description: string;
}

/** What is shown: the body of a Discord message. */
export interface Message {
  content?: string;
  embeds?: APIEmbed[];
  components?: APIActionRowComponent<APIComponentInMessageActionRow>[];
  files?: Picture[];
}

/** An answer before its voice is known: public ones speak the server's language, private ones the member's. */
export interface Reply {
  visibility: "public" | "private";
  /** Draws the picture that goes with the answer; gives null where it can't. Left out where there is none. */
  picture?(voice: Voice): Promise<Picture | null>;
  /** `picture` is null where there is none, it can't be drawn, or the place allows none. */
  show(voice: Voice, picture?: Picture | null): Message;
  /**
   * What answers this is one of: two replies that say the same here show the same message in the same voice,
   * so that it is made once. Left out where a message is not worth remembering.
   */
  same?: readonly (string | number)[];
  /** The custom id that gives this answer again, so that it can be shared; absent for mere notices. */
  again?: string | undefined;
  /** Set where `again` gives the same entry in other words, so that pages of text can't go on from it. */
  againInOtherWords?: boolean;
}
