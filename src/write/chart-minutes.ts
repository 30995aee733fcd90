/** Minutes in few characters, for charts and tables: `47 min`, `1 h 5 min`, `3 d 2 h`; to the minute, from ten hours on to the larger two units. */
export function shortMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60), whole % 60];
  const parts = days > 0 ? ([[days, "d"], [hours, "h"]] as const) : ([[hours, "h"], [rest, "min"]] as const);
  return parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`).join(" ") || "0 min";
}

/** Round durations in minutes, each about twice the one before. */
const marks = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440, 2880, 7 * 1440, 14 * 1440, 30 * 1440, 90 * 1440, 365 * 1440, 3650 * 1440];

/** The round durations from the last one below `least` to the first one above `most`; at least two. */
export function minuteMarks(least: number, most: number): readonly number[] {
  const above = marks.findIndex((mark) => mark >= most);
  const last = above < 0 ? marks.length - 1 : Math.max(1, above);
  const first = Math.min(last - 1, Math.max(0, marks.findLastIndex((mark) => mark <= least)));
  return marks.slice(first, last + 1);
}
