import type { Context } from "../src/bot/command.ts";
import { nearlyNamed } from "../src/lookup/near.ts";
import { entry, type Person, type Story } from "../src/story/story.ts";
import { typed } from "../src/view/markdown.ts";
import type { Reply } from "../src/view/message.ts";
import { missView } from "../src/view/miss.ts";

const NEAR_PEOPLE = 10;

/**
 * Nobody of that name: a kind word, and a menu that leads to `customId`, with the people of nearly that name,
 * those who have a role in an organisation of it ("the founder of TEDx"), or, where there are none, those the story speaks of most.
 */
export function missedPerson(text: string, customId: string, { lookups: { people, story } }: Context): Reply {
  // A name holds few words, and none of every subject: what is like one of them is near.
  const like = (word: string) => people.calledLike(word).slice(0, NEAR_PEOPLE);
  const named = nearlyNamed(text, people, NEAR_PEOPLE, like);
  const near = [...new Set([...named, ...named.flatMap((id) => membersOf(id, story))])].slice(0, NEAR_PEOPLE);
  const ids = near.length > 0 ? near : people.nearest("", NEAR_PEOPLE);
  return {
    visibility: "private",
    show: (voice) => {
      const { miss } = voice.words;
      return missView(
        near.length > 0 ? miss.person(typed(text)) : miss.unknownPerson(typed(text)),
        {
          customId,
          options: ids.map((id) => ({ label: entry(story.people, id).name[voice.language], value: id })),
          ...(near.length === 0 && { called: miss.mostPeople }),
        },
        voice,
      );
    },
  };
}

function membersOf(organisation: string, { people }: Story): string[] {
  const isMember = ({ roles }: Person) => roles.some((role) => role.organisation === organisation);
  return [...people.values()].filter(isMember).map(({ id }) => id);
}
