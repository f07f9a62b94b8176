/** The cookie that carries a signed-in browser's secret: routes set it, sockets read it from their handshake. */
export const SESSION_COOKIE = 'tk_session';
