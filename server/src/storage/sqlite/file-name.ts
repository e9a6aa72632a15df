/** The database, in the folder of the server's data. */
export const FILE_NAME = "planwand.sqlite";
