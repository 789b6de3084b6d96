import * as fc from "fast-check";

/** The same examples in each run; SEED=number tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20231117) });
