/** The most that a file may hold, and reading it may cost. */
export const MAX_ROWS = 5_000;
/** Over all tables of a file. */
export const MAX_ALL_ROWS = 15_000;
/** Of what lies in what in a JSON file; a list in a list in a list takes three levels each. */
export const MAX_DEPTH = 100;
/** Of what lies in what on a page, of which much is never closed. */
export const MAX_PAGE_DEPTH = 500;
export const MAX_COLUMNS = 100;
export const MAX_TABLES = 50;
/** Of all that is said in the cells of a file; a text of a workbook that stands in many cells counts for each. */
export const MAX_CHARACTERS = 20_000_000;
/** What reading one may take, in MiB: objects, and all of it. */
export const MAX_HEAP_MB = 256;
export const MAX_MEMORY_MB = 512;
