/** The SFU listens on the first of these, and relays in front of it on the second, which browsers are told: `TONGKE_MEDIA_IPS`. */
export const BEHIND = '127.0.0.2';
export const FRONT = '127.0.0.1';
