/** The path of the one script that a page has. Its name changes with what is in it, and so it is kept for ever. */
export const ownScript = /^\/assets\/enhance-[\w-]+\.js$/
