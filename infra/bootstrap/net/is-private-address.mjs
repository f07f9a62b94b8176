/**
 * Whether an IPv4 address belongs to a school's own network: the private ranges, and the one that carriers use behind their routers.
 * @param {string} address
 */
export function isPrivateAddress(address) {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(address);
}
