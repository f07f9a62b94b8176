/** A raised hand, drawn, because many boards and old computers have no emoji. */
export function HandMark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" width="1em" height="1em" style={{ verticalAlign: '-0.12em' }}>
      <path
        fill="currentColor"
        d="M11 2.2c.8 0 1.4.6 1.4 1.4v6h.5V4.400c0-.8.6-1.4 1.4-1.400s1.4.6 1.4 1.400v6h.5V6.500c0-.8.6-1.4 1.4-1.400s1.4.6 1.4 1.400V15c0 4-2.9 7-6.800 7-2.9 0-4.700-1.200-6.200-3.700l-3-5.100c-.4-.7-.2-1.5.5-1.9.6-.4 1.4-.2 1.9.4l1.700 2.200V5.600c0-.8.6-1.4 1.4-1.400s1.4.6 1.4 1.400v4h.5v-6c0-.8.6-1.4 1.4-1.400z"
      />
    </svg>
  );
}
