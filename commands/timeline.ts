import { SlashCommandBuilder } from "@discordjs/builders";
import type { Choice, Context, SlashCommand } from "../src/bot/command.ts";
import { daysByEvent } from "../src/lookup/ask/daysBeside.ts";
import { namesDaysByEvent } from "../src/lookup/ask/relativeDay.ts";
import { LONGEST_QUESTION } from "../src/lookup/ask/words.ts";
import { missingDate } from "../src/lookup/missingDate.ts";
import { isRelationAlone, readDay, type Calendar, type DayQuestion } from "../src/lookup/days.ts";
import { glanceOf, type Glance } from "../src/lookup/glance.ts";
import { timelineHereOrThere, type DayEvents } from "../src/lookup/timeline.ts";
import { fold } from "../src/story/fold.ts";
import { wordsOf } from "../src/text/messages.ts";
import { customId, readPlace } from "../src/view/customId.ts";
import { pageOfDays } from "../src/view/dayPages.ts";
import { questionTitle } from "../src/view/dayQuestion.ts";
import { daysView } from "../src/view/days.ts";
import { daysId, fitsId, readDays, type DayPage } from "../src/view/dayState.ts";
import { glanceView } from "../src/view/glance.ts";
import { clip, LIMITS } from "../src/view/limits.ts";
import { typed } from "../src/view/markdown.ts";
import type { Reply } from "../src/view/message.ts";
import { missedDayView, missingDateText } from "../src/view/miss.ts";
import { withPicture } from "../src/view/picture.ts";
import { dayView, nothingView } from "../src/view/timeline.ts";
import { dayTitle } from "../src/view/when.ts";
import { everywhere } from "./definition.ts";

const EVENTS_AT_A_GLANCE = 3;
const EVENTS_AROUND = 4;

const definition = everywhere(
  new SlashCommandBuilder()
    .setName("timeline")
    .setNameLocalizations({ fr: "chronologie" })
    .setDescription("What happened on a day, with its sources; the whole story when no day is given")
    .setDescriptionLocalizations({
      fr: "Ce qui s’est passé un jour donné, avec ses sources ; toute l’histoire sans jour",
    })
    .addStringOption((option) =>
      option
        .setName("day")
        .setNameLocalizations({ fr: "jour" })
        .setDescription("A day or several: Monday, Nov 20, weekend, Friday evening, 17-22 November")
        .setDescriptionLocalizations({
          fr: "Un jour ou plusieurs : lundi, 20 novembre, week-end, vendredi soir, 17-22 novembre",
        })
        .setAutocomplete(true),
    ),
);

/** `/timeline day:lundi`: the events of a day or of several, or the story at a glance. */
export const timeline: SlashCommand = {
  definition,

  async answer({ options: { day } }, context) {
    if (day === undefined) return glance(context);
    const question =
      (await context.cached(["day", day], () => readDay(day, context.lookups.calendar(context.zone)))) ??
      (await dayByEvent(day, context));
    return question ? daysReply(question, "short", context) : missedDay(day, context);
  },

  complete({ typed: text }, context) {
    return dayChoices(text, context);
  },

  async press({ action, details, picked }, context) {
    if (action === "glance") return glance(context);
    const question = readDays((action === "open" ? picked[0] : details[0]) ?? "");
    if (question === null) return null;
    if (action === "day" || action === "open") return daysReply(question, "short", context);
    if (action === "all") return daysReply(question, readPlace(details[1]), context);
    return null;
  },
};

/** "Le lendemain du renvoi": the event is looked up like a question. */
async function dayByEvent(text: string, context: Context): Promise<DayQuestion | null> {
  const { lookups, language, zone } = context;
  const day = text.slice(0, LONGEST_QUESTION);
  if (!namesDaysByEvent(day, lookups.grammar)) return null;
  await lookups.prepared();
  return context.cached(["day by event", day], () =>
    daysByEvent(day, language, lookups.ask, lookups.calendar(zone)),
  );
}

/** The same for a suggestion, which can't wait: none until the event can be looked up. */
function dayByEventAtHand(text: string, { lookups, language, zone }: Context): DayQuestion | null {
  const { askAtHand, grammar } = lookups;
  const day = text.slice(0, LONGEST_QUESTION);
  if (askAtHand === null || !namesDaysByEvent(day, grammar)) return null;
  return daysByEvent(day, language, askAtHand, lookups.calendar(zone));
}

async function glance(context: Context): Promise<Reply> {
  const { story } = context.lookups;
  const found = await context.cached(["timeline"], () =>
    glanceOf(
      context.lookups.calendar(context.zone),
      story.events.values(),
      EVENTS_AT_A_GLANCE,
      EVENTS_AROUND,
    ),
  );
  return {
    visibility: "public",
    picture: (voice) => context.pictures.days("week", weekOf(found, context), voice),
    show: (voice, picture) => withPicture(glanceView(found, story, voice), picture),
    again: customId("timeline", "glance"),
    same: ["glance"],
  };
}

async function daysReply(question: DayQuestion, page: DayPage, context: Context): Promise<Reply> {
  const { story } = context.lookups;
  const answer = await context.cached(["timeline", JSON.stringify(question)], () =>
    timelineHereOrThere(
      question,
      context.lookups.calendar(question.zone ?? context.zone),
      context.lookups.calendar(story.about.zones.scene),
    ),
  );
  if (answer.days.length === 0 && answer.undated.length === 0)
    return { visibility: "private", show: (voice) => nothingView(answer, voice) };
  const [range] = question.ranges;
  const single = question.ranges.length === 1 && range?.from === range?.to;
  const shown = {
    visibility: "public",
    again: fitsId(question) ? daysId(question, page) : undefined,
    same: ["days", JSON.stringify(question), page],
  } as const;
  if (single) return { ...shown, show: (voice) => dayView(answer, page, story, voice) };
  const onPage = pageOfDays(answer, page, story).sections.map(({ day }) => day);
  const pictured = answer.days.filter(({ day }) => onPage.includes(day));
  return {
    ...shown,
    picture: (voice) => context.pictures.days(JSON.stringify([question, onPage]), pictured, voice),
    show: (voice, picture) => withPicture(daysView(answer, page, story, voice), picture),
  };
}

/** The days of the story's week with all their events: the picture has an order of its own. */
function weekOf({ days }: Glance, { lookups, zone }: Context): DayEvents[] {
  const calendar = lookups.calendar(zone);
  return days.map(({ day }) => ({ day, events: calendar.eventsOn(day).map(({ id }) => id) }));
}

function missedDay(text: string, context: Context): Reply {
  const calendar = context.lookups.calendar(context.zone);
  const week = calendar.days.map(String).filter((day) => isInWeek(day, calendar));
  const missing = missingDate(text, calendar);
  return {
    visibility: "private",
    show: (voice) => {
      const { miss } = voice.words;
      const told = missing
        ? missingDateText(missing, voice)
        : isRelationAlone(text)
          ? miss.relation(typed(text))
          : miss.day(typed(text));
      return missedDayView(told, week, voice);
    },
  };
}

/** Whether an ISO day is one of the story's week. */
function isInWeek(day: string, { week }: Calendar): boolean {
  const [from = "", to = ""] = week.split("/");
  return from <= day && day <= to;
}

/** What is typed, under the name of the days that it means. */
function typedChoice(text: string, question: DayQuestion, { lookups, language, zone }: Context): Choice {
  const words = wordsOf(language);
  const scene = lookups.calendar(lookups.story.about.zones.scene);
  const { days, undated } = timelineHereOrThere(question, lookups.calendar(question.zone ?? zone), scene);
  const count = new Set([...days.flatMap(({ events }) => events), ...undated]).size;
  return {
    name: `${questionTitle(question, { language, words, zone })} — ${words.events(count)}`,
    value: text.trim(),
  };
}

/** What is typed as it is understood, then the days of the story's week, then the other days that have events. */
function dayChoices(text: string, context: Context): Choice[] {
  const { lookups, language, zone } = context;
  const calendar = lookups.calendar(zone);
  const words = wordsOf(language);
  const name = (day: string) =>
    `${dayTitle(day, { language, words, zone })} — ${words.events(calendar.eventsOn(day).length)}`;
  const days = calendar.days.map(String);
  const ordered = days.toSorted((a, b) => Number(isInWeek(b, calendar)) - Number(isInWeek(a, calendar)));
  const choices = ordered.map((day) => ({ name: name(day), value: day }));
  const understood = readDay(text, calendar) ?? dayByEventAtHand(text, context);
  const means = (choice: Choice) =>
    understood?.ranges.some((range) => range.from <= choice.value && choice.value <= range.to) ?? false;
  const begins = (choice: Choice) => ` ${fold(choice.name)}`.includes(` ${fold(text)}`);
  const isOneDay = understood?.ranges.length === 1 && understood.ranges[0]?.from === understood.ranges[0]?.to;
  const asTyped = understood && !(isOneDay && !understood.part && choices.some(means));
  const best = [...choices.filter(means), ...choices.filter((choice) => !means(choice) && begins(choice))];
  const shown =
    text.trim() === "" ? choices : asTyped ? [typedChoice(text, understood, context), ...best] : best;
  return shown.slice(0, LIMITS.choices).map(({ name: label, value }) => ({
    name: clip(label, LIMITS.choiceText),
    value: clip(value, LIMITS.choiceText),
  }));
}
