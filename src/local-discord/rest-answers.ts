import { Hono, type Context } from "hono";
import { InteractionResponseType as Callback, MessageFlags } from "discord-api-types/v10";
import { attachmentSizeLimit, patience } from "./interaction.ts";
import type { MessagePayload } from "./message-parts.ts";
import { editMessage, sendMessage } from "./messages.ts";
import { errors, fail, readBody, refuse, type Body } from "./requests.ts";
import { choicesError, type SentChoice } from "./rules/choices.ts";
import { invalidFormBody, summary, type DiscordError } from "./rules/faults.ts";
import { deferralError, messageError } from "./rules/message.ts";
import { findPost, removePost, touch } from "./posts.ts";
import type { Interaction, Post, World } from "./world.ts";

/** Which first answers each type of interaction takes. */
const callbacks: Record<Interaction["type"], Callback[]> = {
  2: [Callback.ChannelMessageWithSource, Callback.DeferredChannelMessageWithSource],
  3: [
    Callback.ChannelMessageWithSource,
    Callback.DeferredChannelMessageWithSource,
    Callback.DeferredMessageUpdate,
    Callback.UpdateMessage,
  ],
  4: [Callback.ApplicationCommandAutocompleteResult],
};

/**
 * The first answer to an interaction:
 * https://docs.discord.com/developers/interactions/receiving-and-responding#create-interaction-response
 */
export function callbackRoutes(world: World): Hono {
  const routes = new Hono();
  routes.post("/:id/:token/callback", async (context) => {
    const body = await readBody(context);
    if (!body) return fail(context, errors.badJson);
    const interaction = world.interactions.get(context.req.param("id"));
    const late = world.now() - (interaction?.at ?? 0) > patience.answer;
    if (!interaction || interaction.token !== context.req.param("token"))
      return fail(context, errors.unknownInteraction);
    if (interaction.callback !== null) {
      interaction.repeated++;
      return fail(context, errors.alreadyAcknowledged);
    }
    if (late) return fail(context, errors.unknownInteraction);
    if (tooLarge(body)) return fail(context, errors.tooLarge);
    const refused = callbackError(world, interaction, body);
    if (refused) return refuseAnswer(context, interaction, refused);
    const post = answer(world, interaction, body);
    interaction.changed();
    if (context.req.query("with_response") !== "true") return context.body(null, 204);
    return context.json(callbackResponse(interaction, post));
  });
  return routes;
}

/**
 * What may follow the first answer, by the interaction's token, for 15 minutes:
 * https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages
 */
export function followUpRoutes(world: World): Hono {
  const routes = new Hono();

  routes.post("/:application/:token", async (context) => {
    const interaction = byToken(world, context.req.param("application"), context.req.param("token"));
    if ("denied" in interaction) return fail(context, interaction.denied);
    const body = await readBody(context);
    if (!body) return fail(context, errors.badJson);
    if (tooLarge(body)) return fail(context, errors.tooLarge);
    const refused = messageError("webhook", body.json, body.uploads.length);
    if (refused) return refuseAnswer(context, interaction, refused);
    const promise = interaction.loading && findPost(world, interaction.channel, interaction.original ?? "");
    // The first follow-up after a deferral takes the place of "… is thinking", private or not as that was.
    const post =
      promise || sendMessage(world, interaction, body.json as MessagePayload, body.uploads, "later");
    if (promise) editMessage(world, interaction, promise, body.json as MessagePayload, body.uploads);
    interaction.loading = false;
    interaction.changed();
    return context.json(post.message);
  });

  const path = "/:application/:token/messages/:message";
  routes.get(path, (context) => {
    const found = ownMessage(world, context);
    return "denied" in found ? fail(context, found.denied) : context.json(found.post.message);
  });
  routes.patch(path, async (context) => {
    const found = ownMessage(world, context);
    if ("denied" in found) return fail(context, found.denied);
    const { interaction, post } = found;
    const body = await readBody(context);
    if (!body) return fail(context, errors.badJson);
    if (tooLarge(body)) return fail(context, errors.tooLarge);
    const refused = messageError("webhook edit", body.json, body.uploads.length, post.message);
    if (refused) return refuseAnswer(context, interaction, refused);
    editMessage(world, interaction, post, body.json as MessagePayload, body.uploads);
    if (post.message.id === interaction.original) interaction.loading = false;
    interaction.changed();
    return context.json(post.message);
  });
  routes.delete(path, (context) => {
    const found = ownMessage(world, context);
    if ("denied" in found) return fail(context, found.denied);
    removePost(world, found.interaction.channel, found.post.message.id);
    found.interaction.loading = false;
    touch(world, found.interaction, found.post.message.id);
    found.interaction.changed();
    return context.body(null, 204);
  });
  return routes;
}

/** Notes for the member's turn why his answer did not come, and gives the bot Discord's error. */
function refuseAnswer(context: Context, interaction: Interaction, error: DiscordError): Response {
  interaction.refusals.push(`Discord refused the answer: ${summary(error)}`);
  return refuse(context, error);
}

function callbackError(world: World, interaction: Interaction, body: Body): DiscordError | null {
  const type = (body.json as { type?: Callback } | null)?.type;
  const allowed = callbacks[interaction.type];
  if (type === undefined || !allowed.includes(type))
    return invalidFormBody([
      { path: ["type"], code: "BASE_TYPE_CHOICES", message: `Value must be one of {${allowed.join(", ")}}.` },
    ]);
  if (type === Callback.ApplicationCommandAutocompleteResult)
    return choicesError(body.json, interaction.focused?.type ?? 3);
  if (type === Callback.DeferredChannelMessageWithSource || type === Callback.DeferredMessageUpdate)
    return deferralError(body.json, type);
  if (type === Callback.ChannelMessageWithSource)
    return messageError("callback", body.json, body.uploads.length);
  const source = findPost(world, interaction.channel, interaction.source ?? "");
  return messageError("callback update", body.json, body.uploads.length, source?.message);
}

/** Does what an accepted first answer says; gives the message it made or edited. */
function answer(world: World, interaction: Interaction, body: Body): Post | null {
  const { type, data } = body.json as { type: Callback; data?: MessagePayload & { choices?: SentChoice[] } };
  const source = findPost(world, interaction.channel, interaction.source ?? "") ?? null;
  interaction.callback = type;
  interaction.answeredAt = world.now();
  switch (type) {
    case Callback.ChannelMessageWithSource: {
      const post = sendMessage(world, interaction, data ?? {}, body.uploads, "first");
      interaction.original = post.message.id;
      return post;
    }
    case Callback.DeferredChannelMessageWithSource: {
      const post = sendMessage(world, interaction, { flags: data?.flags ?? 0 }, [], "promise");
      interaction.original = post.message.id;
      interaction.loading = true;
      return post;
    }
    case Callback.DeferredMessageUpdate:
      interaction.original = interaction.source;
      return source;
    case Callback.UpdateMessage:
      interaction.original = interaction.source;
      if (source) editMessage(world, interaction, source, data ?? {}, body.uploads);
      return source;
    default:
      interaction.choices = (data?.choices ?? []).map(({ name, value }) => ({ name, value }));
      return null;
  }
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function callbackResponse(interaction: Interaction, post: Post | null): Record<string, unknown> {
  const { callback } = interaction;
  const shows = callback === Callback.ChannelMessageWithSource || callback === Callback.UpdateMessage;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(post && {
        response_message_id: post.message.id,
        response_message_loading: interaction.loading,
        response_message_ephemeral: ((post.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
      }),
    },
    resource: {
      type: interaction.callback,
      ...((shows || interaction.loading) && post && { message: post.message }),
    },
  };
}

type Denied = { denied: (typeof errors)[keyof typeof errors] };

function byToken(world: World, application: string, token: string): Interaction | Denied {
  const id = Buffer.from(token, "base64url").toString().split(":")[1] ?? "";
  const interaction = world.interactions.get(id);
  if (!interaction || interaction.token !== token || application !== world.application)
    return { denied: errors.unknownWebhook };
  if (world.now() - interaction.at > patience.token) return { denied: errors.badWebhookToken };
  // Before the first answer the token opens nothing.
  return interaction.callback === null ? { denied: errors.unknownWebhook } : interaction;
}

/** The message a path names, if this interaction may touch it: its original, or one it sent. */
function ownMessage(world: World, context: Context): { interaction: Interaction; post: Post } | Denied {
  const param = (name: string) => context.req.param(name) ?? "";
  const interaction = byToken(world, param("application"), param("token"));
  if ("denied" in interaction) return interaction;
  const id = param("message") === "@original" ? interaction.original : param("message");
  const own = id !== null && (id === interaction.original || interaction.touched.includes(id));
  const post = own ? findPost(world, interaction.channel, id) : undefined;
  return post ? { interaction, post } : { denied: errors.unknownMessage };
}

function tooLarge(body: Body): boolean {
  return body.uploads.some((upload) => upload.data.byteLength > attachmentSizeLimit);
}
