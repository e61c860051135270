/** A violation planted at a path, and its lawful twin there or at `twinPath`. */
export type Planted = {
  what: string;
  path: string;
  wrong: string;
  right: string;
  twinPath?: string;
};

/** The one line that imports a module for its effect. */
export const importing = (module: string) => `import '${module}';\n`;
