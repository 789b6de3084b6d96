import { ButtonStyle, ComponentType, type APIMessage } from "discord-api-types/v10";
import { labelled } from "./names.ts";
import { NotSent } from "./options.ts";
import type { Part } from "./rules/components.ts";

/** A button, or one entry of a menu, with what it says. */
export interface Usable {
  part: Part;
  /** The entry's value, null for a button. */
  value: string | null;
  label: string;
}

/** All components of a message, rows and containers opened. */
export function partsOf(message: APIMessage): Part[] {
  const open = (part: Part): Part[] => {
    const inner = [...(part.components ?? []), ...(part.accessory ? [part.accessory] : [])];
    return [part, ...inner.flatMap(open)];
  };
  return ((message.components ?? []) as Part[]).flatMap(open);
}

/** What a member can use on a message, in order. */
export function usables(message: APIMessage | null): Usable[] {
  return (message ? partsOf(message) : []).flatMap((part): Usable[] => {
    if (part.type === ComponentType.Button)
      return [{ part, value: null, label: part.label ?? part.emoji?.name ?? "" }];
    return (part.options ?? []).map((option) => ({ part, value: option.value, label: option.label }));
  });
}

/**
 * The button or menu entry that bears a label: exactly, without its marks and accents, or as its only beginning.
 * @throws NotSent when there is none, or when it is a link
 */
export function usableCalled(message: APIMessage | undefined, label: string): Usable {
  if (!message) throw new NotSent("There is no answer yet whose buttons could be pressed.");
  const things = usables(message);
  const thing = labelled(things, (one) => one.label, label);
  if (!thing) {
    const labels = things.map((one) => one.label).join(" · ");
    throw new NotSent(
      `The last answer has no button “${label}”.${labels ? ` It has: ${labels}` : " It has none."}`,
    );
  }
  if (thing.part.style === ButtonStyle.Link)
    throw new NotSent(`“${thing.label}” is a link: ${thing.part.url}`);
  return thing;
}

/**
 * Checks what Discord's client checks before it sends a press or a pick.
 * @param values the entries picked, null for a button
 * @throws NotSent for a component that is not there, disabled, of another kind, or entries it does not have
 */
export function checkUse(part: Part | undefined, customId: string, values: string[] | null): void {
  if (!part) throw new NotSent(`There is no “${customId}” on this message.`);
  if (part.disabled) throw new NotSent(`“${part.label ?? part.placeholder ?? customId}” is disabled.`);
  if (values === null) {
    if (part.type !== ComponentType.Button) throw new NotSent(`“${customId}” is no button.`);
    return;
  }
  if (part.type !== ComponentType.StringSelect) throw new NotSent(`“${customId}” is no menu of entries.`);
  const [least, most] = [part.min_values ?? 1, part.max_values ?? 1];
  if (values.length < least || values.length > most) throw new NotSent(`Pick ${least} to ${most} entries.`);
  const missing = values.find((value) => !part.options?.some((option) => option.value === value));
  if (missing !== undefined) throw new NotSent(`The menu has no entry “${missing}”.`);
}
