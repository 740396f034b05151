/** Dates and durations in a locale. The service sends times as ISO 8601 in UTC. */
export interface Dates {
  readonly dateTime: (iso: string) => string;
  readonly time: (iso: string) => string;
  /** "in 12 days", "in 3 minutes": in the largest unit that fits, rounded down. */
  readonly fromNow: (iso: string, now: number) => string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function datesIn(locale: string): Dates {
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const sameDay = new Intl.DateTimeFormat(locale, { dateStyle: 'short' });
  // Never "tomorrow": 47 hours round down to one day, but can end the day after tomorrow.
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });

  return {
    dateTime: (iso) => dateTime.format(new Date(iso)),
    time: (iso) => {
      const date = new Date(iso);
      const today = sameDay.format(date) === sameDay.format(new Date());
      return (today ? time : dateTime).format(date);
    },
    fromNow: (iso, now) => {
      const seconds = Math.max(Math.floor((Date.parse(iso) - now) / 1000), 0);
      if (seconds >= DAY) return relative.format(Math.floor(seconds / DAY), 'day');
      if (seconds >= HOUR) return relative.format(Math.floor(seconds / HOUR), 'hour');
      return relative.format(Math.max(Math.floor(seconds / MINUTE), 1), 'minute');
    },
  };
}

/** 75 becomes "1:15". */
export function countdown(seconds: number): string {
  const minutes = Math.floor(seconds / MINUTE);
  return `${minutes}:${String(seconds % MINUTE).padStart(2, '0')}`;
}
