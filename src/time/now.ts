/** The moment and place of a check, handed in by the host: nothing below the hosts reads a clock. */
export interface Clock {
  /** Epoch milliseconds, UTC. */
  readonly now: number;
  /** IANA name or offset of the zone that "today" is meant in, and the last resort for times without one. */
  readonly zone: string;
}
