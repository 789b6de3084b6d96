import { SlashCommandBuilder } from "@discordjs/builders";
import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord-api-types/v10";

/** What Discord is told of `/settings`: in servers only, for members with the permission Manage Server. */
export const settingsDefinition: RESTPostAPIChatInputApplicationCommandsJSONBody = new SlashCommandBuilder()
  .setName("settings")
  .setNameLocalizations({ fr: "réglages" })
  .setDescription("How I answer in this server: language, time zone, who sees answers, which commands")
  .setDescriptionLocalizations({
    fr: "Comment je réponds dans ce serveur : langue, fuseau, qui voit les réponses, quelles commandes",
  })
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .setContexts(InteractionContextType.Guild)
  .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
  .addSubcommand((one) =>
    one
      .setName("show")
      .setNameLocalizations({ fr: "voir" })
      .setDescription("All settings of this server")
      .setDescriptionLocalizations({ fr: "Tous les réglages de ce serveur" }),
  )
  .addSubcommand((one) =>
    one
      .setName("language")
      .setNameLocalizations({ fr: "langue" })
      .setDescription("The language of public answers")
      .setDescriptionLocalizations({ fr: "La langue des réponses publiques" })
      .addStringOption((option) =>
        option
          .setName("value")
          .setNameLocalizations({ fr: "valeur" })
          .setDescription("French, English, or as Discord is set")
          .setDescriptionLocalizations({ fr: "Français, anglais, ou celle de Discord" })
          .setRequired(true)
          .addChoices(
            { name: "French", name_localizations: { fr: "français" }, value: "fr" },
            { name: "English", name_localizations: { fr: "anglais" }, value: "en" },
            { name: "as Discord is set", name_localizations: { fr: "celle de Discord" }, value: "discord" },
          ),
      ),
  )
  .addSubcommand((one) =>
    one
      .setName("zone")
      .setNameLocalizations({ fr: "fuseau" })
      .setDescription("The time zone in which days and hours are given")
      .setDescriptionLocalizations({ fr: "Le fuseau horaire des jours et des heures" })
      .addStringOption((option) =>
        option
          .setName("name")
          .setNameLocalizations({ fr: "nom" })
          .setDescription("A zone or a city: Europe/Paris, Montreal, San Francisco")
          .setDescriptionLocalizations({
            fr: "Un fuseau ou une ville : Europe/Paris, Montréal, San Francisco",
          })
          .setRequired(true)
          .setAutocomplete(true),
      ),
  )
  .addSubcommand((one) =>
    one
      .setName("answers")
      .setNameLocalizations({ fr: "réponses" })
      .setDescription("Whether everybody in the channel sees answers, or only whoever asked")
      .setDescriptionLocalizations({
        fr: "Si tout le salon voit les réponses, ou la seule personne qui demande",
      })
      .addStringOption((option) =>
        option
          .setName("visibility")
          .setNameLocalizations({ fr: "visibilité" })
          .setDescription("Public or private")
          .setDescriptionLocalizations({ fr: "Publiques ou privées" })
          .setRequired(true)
          .addChoices(
            { name: "public", name_localizations: { fr: "publiques" }, value: "public" },
            { name: "private", name_localizations: { fr: "privées" }, value: "private" },
          ),
      ),
  )
  .addSubcommand((one) =>
    one
      .setName("command")
      .setNameLocalizations({ fr: "commande" })
      .setDescription("Switch one command on or off")
      .setDescriptionLocalizations({ fr: "Activer ou désactiver une commande" })
      .addStringOption((option) =>
        option
          .setName("name")
          .setNameLocalizations({ fr: "nom" })
          .setDescription("The command; settings themselves are always on")
          .setDescriptionLocalizations({ fr: "La commande ; les réglages restent toujours actifs" })
          .setRequired(true)
          .setAutocomplete(true),
      )
      .addStringOption((option) =>
        option
          .setName("state")
          .setNameLocalizations({ fr: "état" })
          .setDescription("On or off")
          .setDescriptionLocalizations({ fr: "Active ou désactivée" })
          .setRequired(true)
          .addChoices(
            { name: "on", name_localizations: { fr: "active" }, value: "on" },
            { name: "off", name_localizations: { fr: "désactivée" }, value: "off" },
          ),
      ),
  )
  .addSubcommand((one) =>
    one
      .setName("reset")
      .setNameLocalizations({ fr: "réinitialiser" })
      .setDescription("Back to the defaults, and forget the look-ups of this server")
      .setDescriptionLocalizations({
        fr: "Revenir aux valeurs par défaut, et oublier les recherches de ce serveur",
      }),
  )
  .toJSON();
