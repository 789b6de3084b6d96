import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import { badLength, required, within, type Report } from "./faults.ts";
import { checkScheme } from "./urls.ts";

/** A component before it is known which one: https://docs.discord.com/developers/components/reference */
export interface Part {
  type: ComponentType;
  custom_id?: string | null;
  style?: ButtonStyle;
  label?: string | null;
  url?: string | null;
  sku_id?: string | null;
  emoji?: { id?: string | null; name?: string | null } | null;
  content?: string;
  min_values?: number | null;
  max_values?: number | null;
  disabled?: boolean | null;
  placeholder?: string | null;
  options?: {
    label: string;
    value: string;
    description?: string | null;
    default?: boolean | null;
    emoji?: Part["emoji"];
  }[];
  components?: Part[];
  accessory?: Part;
}

/** A message without the Components V2 flag has at most 5 rows; with it, 40 components and 4000 characters. */
const limits = { rows: 5, parts: 40, text: 4000 };
const selects = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/**
 * What Discord asks of components beyond its published schema: rows and their width, custom ids, link
 * buttons, select options.
 * @param v2 whether the message has the flag IS_COMPONENTS_V2
 */
export function checkComponents(report: Report, components: Part[], v2: boolean): void {
  if (v2) checkLayout(report, components);
  else {
    if (components.length > limits.rows) badLength(report, [], 1, limits.rows);
    components.forEach((row, at) => {
      if (row.type !== ComponentType.ActionRow)
        report([at], "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1,).');
    });
  }
  const used = new Set<string>();
  walk(components, [], (part, path) => {
    const here = within(report, ...path);
    if (part.type === ComponentType.ActionRow) checkRow(here, part.components ?? []);
    if (part.type === ComponentType.Button) checkButton(here, part);
    if (part.type === ComponentType.StringSelect) checkOptions(here, part);
    if (selects.has(part.type)) checkValues(here, part);
    if (!part.custom_id) return;
    if (used.has(part.custom_id))
      here(["custom_id"], "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    used.add(part.custom_id);
  });
}

function checkLayout(report: Report, components: Part[]): void {
  let parts = 0;
  let text = 0;
  walk(components, [], (part) => {
    parts++;
    text += part.content?.length ?? 0;
  });
  if (parts > limits.parts) badLength(report, [], 1, limits.parts);
  if (text > limits.text)
    report([], "COMPONENT_MAX_TOTAL_TEXT_LENGTH", `Must be ${limits.text} or fewer in length.`);
}

/** A row is five wide: a button takes one place, a select menu all five. */
function checkRow(report: Report, parts: Part[]): void {
  let width = 0;
  parts.forEach((part, at) => {
    width += selects.has(part.type) ? 5 : 1;
    if (width > 5)
      report(
        ["components", at],
        "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
        "The specified component exceeds the maximum width",
      );
  });
}

/** https://docs.discord.com/developers/components/reference#button */
function checkButton(report: Report, button: Part): void {
  checkEmoji(report, button.emoji);
  if (button.style === ButtonStyle.Premium) {
    if (!button.sku_id) required(report, ["sku_id"]);
    if (button.custom_id) exclusive(report, "custom_id", "sku_id");
    return;
  }
  if (!button.label?.trim() && !button.emoji) required(report, ["label"]);
  if (button.style === ButtonStyle.Link) {
    if (!button.url) required(report, ["url"]);
    if (button.custom_id) exclusive(report, "custom_id", "url");
    checkScheme(report, ["url"], button.url, ["http", "https", "discord"]);
    return;
  }
  if (!button.custom_id)
    report(["custom_id"], "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required");
  if (button.url) exclusive(report, "url", "custom_id");
}

function exclusive(report: Report, field: string, other: string): void {
  const names = `${field} and ${other}`.replaceAll("_", " ");
  const code = "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE";
  report([field], code, `A ${names} cannot both be specified`);
}

/** https://docs.discord.com/developers/components/reference#string-select */
function checkOptions(report: Report, select: Part): void {
  const options = select.options ?? [];
  const values = new Set<string>();
  options.forEach((option, at) => {
    const here = within(report, "options", at);
    checkEmoji(here, option.emoji);
    if (values.has(option.value))
      here([], "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
    values.add(option.value);
  });
  const most = select.max_values ?? 1;
  if (most > options.length)
    report(["options"], "BASE_TYPE_MIN_LENGTH", `Must be ${most} or more in length.`);
  if (options.filter((option) => option.default).length > most)
    report(["options"], "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many default values");
}

function checkValues(report: Report, select: Part): void {
  const most = select.max_values ?? 1;
  if ((select.min_values ?? 1) > most)
    report(["min_values"], "NUMBER_TYPE_MAX", `min_values should be less than or equal to ${most}.`);
}

/** An emoji is one of Unicode's, with or without its variation selector, or has the id of an own one. */
function checkEmoji(report: Report, emoji: Part["emoji"]): void {
  if (!emoji || emoji.id) return;
  const name = emoji.name ?? "";
  const forms = [name, `${name}\uFE0F`, name.replaceAll("\uFE0F", "")];
  if (!forms.some((form) => /^\p{RGI_Emoji}$/v.test(form)))
    report(["emoji", "name"], "COMPONENT_INVALID_EMOJI", "Invalid emoji");
}

function walk(
  parts: Part[],
  path: (string | number)[],
  visit: (part: Part, path: (string | number)[]) => void,
): void {
  parts.forEach((part, at) => {
    const here = [...path, at];
    visit(part, here);
    if (part.components) walk(part.components, [...here, "components"], visit);
    if (part.accessory) visit(part.accessory, [...here, "accessory"]);
  });
}
