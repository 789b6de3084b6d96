import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/**
 * The `style` attributes that the components write into their templates at first drawing when they are given
 * no colour; every other style comes from a file, or is set by script on the element itself.
 */
const harmlessStyles = ["", "color:;"];

/**
 * What the page may do: scripts, styles, fonts and pictures of this server alone, no inline script but the
 * import map, no eval, no frame around it, and no text that a script turns into markup but Lit's own templates.
 * @param importMap the text of the one inline script
 */
export function pagePolicy(importMap: string): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", hash(importMap)],
      styleSrc: ["'self'"],
      styleSrcAttr: ["'unsafe-hashes'", ...harmlessStyles.map(hash)],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ["lit-html"],
    },
    xFrameOptions: "DENY",
    // Loopback speaks http, and a header for https would be kept for all ports of localhost.
    strictTransportSecurity: false,
  });
}

/** https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
