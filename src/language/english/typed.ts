/** Words by which a person names a moment in a field of a form; forms are in English. */
export const typedDays = {
  now: ["now"],
  today: ["today"],
  yesterday: ["yesterday"],
  ago: ["ago"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
