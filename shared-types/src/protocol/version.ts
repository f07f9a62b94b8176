/** Raised when an old page could misunderstand the server; `hello` refuses another one and the page reloads itself. */
export const PROTOCOL_VERSION = 9;
