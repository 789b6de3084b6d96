import { startDrawer, type Drawer } from "../../src/picture/drawer.ts";

const drawer = startDrawer();

/** One thread for the bots of all tests, none of which ends it: each would load the package and the fonts anew. */
export const sharedDrawer: Drawer = { draw: (order) => drawer.draw(order), close: async () => {} };
