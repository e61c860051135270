/** Characters of a cell: what Excel itself takes at most. */
export const LONGEST_CELL = 32_767;

/** Cells of a row, and so columns that are read. */
export const MOST_CELLS = 1000;

/** Characters of a file: what a small workbook can unfold to. */
export const MOST_TEXT = 40 * 1024 * 1024;
