import type { Context } from "../src/bot/command.ts";
import { entry } from "../src/story/story.ts";
import { typed } from "../src/view/markdown.ts";
import type { Reply } from "../src/view/message.ts";
import { missView } from "../src/view/miss.ts";

const NEAR_PEOPLE = 10;

/** Nobody of that name: a kind word, and the nearest people in a menu that leads to `customId`. */
export function missedPerson(text: string, customId: string, { lookups: { people, story } }: Context): Reply {
  const near = people.nearest(text, NEAR_PEOPLE);
  const ids = near.length > 0 ? near : people.nearest("", NEAR_PEOPLE);
  return {
    visibility: "private",
    show: (voice) =>
      missView(
        voice.words.miss.person(typed(text)),
        {
          customId,
          options: ids.map((id) => ({ label: entry(story.people, id).name[voice.language], value: id })),
        },
        voice,
      ),
  };
}
