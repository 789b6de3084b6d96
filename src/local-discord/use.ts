import { ButtonStyle, ComponentType, type APIMessage } from "discord-api-types/v10";
import { labelled } from "./names.ts";
import { NotSent } from "./options.ts";
import type { Reasons } from "./reasons.ts";
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
export function usableCalled(message: APIMessage | undefined, label: string, reasons: Reasons): Usable {
  if (!message) throw new NotSent(reasons.noAnswerYet);
  const things = usables(message);
  const thing = labelled(things, (one) => one.label, label);
  if (!thing) {
    const labels = things.map((one) => one.label).join(" · ");
    throw new NotSent(reasons.noButton(label, labels));
  }
  if (thing.part.style === ButtonStyle.Link)
    throw new NotSent(reasons.isLink(thing.label, thing.part.url ?? ""));
  return thing;
}

/**
 * Checks what Discord's client checks before it sends a press or a pick.
 * @param values the entries picked, null for a button
 * @throws NotSent for a component that is not there, disabled, of another kind, or entries it does not have
 */
export function checkUse(
  part: Part | undefined,
  customId: string,
  values: string[] | null,
  reasons: Reasons,
): void {
  if (!part) throw new NotSent(reasons.notOnMessage(customId));
  if (part.disabled) throw new NotSent(reasons.disabled(part.label ?? part.placeholder ?? customId));
  if (values === null) {
    if (part.type !== ComponentType.Button) throw new NotSent(reasons.isNoButton(customId));
    return;
  }
  if (part.type !== ComponentType.StringSelect) throw new NotSent(reasons.isNoMenu(customId));
  const [least, most] = [part.min_values ?? 1, part.max_values ?? 1];
  if (values.length < least || values.length > most) throw new NotSent(reasons.pick(least, most));
  const missing = values.find((value) => !part.options?.some((option) => option.value === value));
  if (missing !== undefined) throw new NotSent(reasons.noEntry(missing));
}
