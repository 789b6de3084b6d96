import "@skyra/discord-components-core/discord-action-row.js";
import "@skyra/discord-components-core/discord-button.js";
import "@skyra/discord-components-core/discord-code.js";
import "@skyra/discord-components-core/discord-embed.js";
import "@skyra/discord-components-core/discord-embed-description.js";
import "@skyra/discord-components-core/discord-embed-field.js";
import "@skyra/discord-components-core/discord-embed-fields.js";
import "@skyra/discord-components-core/discord-embed-footer.js";
import "@skyra/discord-components-core/discord-header.js";
import "@skyra/discord-components-core/discord-link.js";
import "@skyra/discord-components-core/discord-message.js";
import "@skyra/discord-components-core/discord-messages.js";
import "@skyra/discord-components-core/discord-pre.js";
import "@skyra/discord-components-core/discord-quote.js";
import "@skyra/discord-components-core/discord-reply.js";
import "@skyra/discord-components-core/discord-spoiler.js";
import "@skyra/discord-components-core/discord-time.js";

/**
 * What the page changes in the components' own styles: the colours come from the page's theme, so that light
 * and dark are one set of rules, and everything shrinks to a phone's width.
 */
const changes = {
  "discord-messages": `
    :host {
      color: var(--text);
      background: none;
      border: 0;
      line-height: 1.375;
    }
  `,
  "discord-message": `
    :host {
      color: var(--text);
      padding-left: 16px;
      padding-right: 16px;
    }
    :host(:hover) {
      background-color: var(--hover);
    }
    .discord-author-avatar {
      margin-top: 2px;
    }
    .discord-message-content {
      min-width: 0;
      line-height: 1.375;
      padding-top: 0;
    }
    .discord-message-timestamp {
      color: var(--muted);
      margin-left: 4px;
    }
    @media (max-width: 480px) {
      :host {
        padding-left: 12px;
        padding-right: 12px;
      }
      .discord-author-avatar {
        margin-right: 12px;
      }
    }
  `,
  "discord-author-info": `
    :host .discord-author-username {
      color: var(--heading);
      font-weight: 600;
    }
  `,
  "discord-reply": `
    :host {
      color: var(--muted);
      min-width: 0;
      margin-left: 56px;
    }
    :host::before {
      border-color: var(--line) !important;
    }
    .discord-replied-message-username {
      color: var(--heading);
      opacity: 0.8;
    }
    .discord-replied-message-content,
    .discord-replied-message-content:hover {
      color: inherit;
      cursor: inherit;
      overflow: hidden;
      text-overflow: ellipsis;
    }
  `,
  "discord-embed": `
    :host {
      color: var(--text);
    }
    :host .discord-left-border {
      background-color: var(--bar, var(--line));
    }
    :host .discord-embed-root {
      flex: 0 1 auto;
    }
    :host .discord-embed-wrapper {
      background-color: var(--card);
      border-color: var(--card-edge);
      border-left: 0;
      min-width: 0;
    }
    :host .discord-embed-wrapper .discord-embed-grid {
      min-width: 0;
      grid-template-columns: minmax(0, 1fr) auto;
      padding: 8px 16px 16px 12px;
    }
  `,
  "discord-embed-footer": `
    :host {
      color: var(--muted);
    }
  `,
  "discord-button": `
    :host > button:first-child,
    :host > a:first-child {
      box-sizing: border-box;
      padding: 2px 16px;
      border-radius: 8px;
      margin: 4px 8px 4px 0;
      text-align: center;
    }
    .secondary,
    a.secondary {
      background-color: var(--button);
      color: var(--button-text);
    }
    .secondary.hoverable:hover,
    a.secondary:hover {
      background-color: var(--button-hover);
    }
    button:focus-visible,
    a:focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
  `,
  "discord-link": `
    a {
      color: var(--link);
    }
    a:focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 1px;
      border-radius: 2px;
    }
  `,
  "discord-code": `
    :host,
    :host([multiline]) code {
      color: var(--text);
      background-color: var(--code);
      border-color: var(--line);
    }
    code {
      margin: 0;
    }
    :host([multiline]) code {
      width: auto;
    }
  `,
  "discord-quote": `
    .discord-quote-divider {
      flex: none;
      background-color: var(--line);
    }
  `,
  "discord-spoiler": `
    :host(:not([activated])),
    :host(:not([activated]):hover) {
      background-color: var(--line);
    }
  `,
  "discord-time": `
    :host {
      background-color: var(--code);
    }
  `,
};

/**
 * What the library's components have as elements of Lit: https://lit.dev/docs/api/LitElement/
 * @typedef {CustomElementConstructor & { elementStyles: CSSStyleSheet[], shadowRootOptions: ShadowRootInit }} Drawn
 */

for (const [tag, text] of Object.entries(changes)) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  /** @type {Drawn} */ (customElements.get(tag)).elementStyles.push(sheet);
}

// So that `focus()` on a button's element reaches the button inside.
const Button = /** @type {Drawn} */ (customElements.get("discord-button"));
Button.shadowRootOptions = { ...Button.shadowRootOptions, delegatesFocus: true };
