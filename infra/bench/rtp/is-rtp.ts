/** True for RTP and SRTP among what comes on a port that carries STUN, DTLS, RTP and RTCP (RFC 7983, RFC 5761). */
export function isRtp(datagram: Buffer): boolean {
  if (datagram.length < 12) return false;
  const [first, second] = [datagram.readUInt8(0), datagram.readUInt8(1)];
  return first >= 128 && first <= 191 && (second < 192 || second > 223);
}
