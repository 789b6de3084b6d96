import type { APIApplicationCommandOption } from "discord-api-types/v10";
import { commands } from "../commands/index.ts";
import { wordsOf } from "./text/messages.ts";

/** The table of commands for the README, in Markdown, made from their definitions. */
export function commandTable(): string {
  const rows = commands.flatMap(({ definition }) =>
    "description" in definition
      ? [
          [
            named(definition),
            (definition.options ?? []).map(optionText).join("<br>") || "—",
            definition.description,
          ],
        ]
      : [
          [
            `${bilingual(definition.name, definition.name_localizations?.fr)} (message menu)`,
            "—",
            wordsOf("en").help.inMenuText,
          ],
        ],
  );
  return [
    "| command | options | what it answers |",
    "| --- | --- | --- |",
    ...rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`),
  ].join("\n");
}

interface Named {
  name: string;
  name_localizations?: Partial<Record<string, string | null>> | null;
}

function named({ name, name_localizations }: Named): string {
  return bilingual(`/${name}`, name_localizations?.fr ? `/${name_localizations.fr}` : null);
}

function bilingual(english: string, french: string | null | undefined): string {
  return french && french !== english ? `\`${english}\` · \`${french}\`` : `\`${english}\``;
}

function optionText(option: APIApplicationCommandOption): string {
  const required = "required" in option && option.required ? " (required)" : "";
  // A subcommand stands before its own options: `/settings zone name:Tokyo`.
  const own = "options" in option ? (option.options ?? []).map(optionText) : [];
  const name = bilingual(option.name, option.name_localizations?.fr);
  return own.length > 0 ? `${name}: ${own.join(", ")}` : `${name}${required}`;
}
