import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { projectFile } from "./projectFile.ts";

// Compiling the code takes a third of a start, so what was compiled is kept for the next one. Where it can't be
// written, that is all that is lost. NODE_COMPILE_CACHE names another folder.
enableCompileCache(fileURLToPath(projectFile("node_modules/.cache/feuilleton")));
await import("./start.ts");
