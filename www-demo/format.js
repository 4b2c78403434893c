import { language } from "./language.js";

const numbers = new Intl.NumberFormat(language);
const percents = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 });
const days = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });

export const number = (value) => numbers.format(value);
export const date = (value) => days.format(value);
export const percent = (value) => percents.format(Number(value) / 100);

/** Money as the API sent it: a decimal string or a number. */
export function money(amount, currency) {
  return new Intl.NumberFormat(language, { style: "currency", currency }).format(amount);
}

const spans = [
  ["day", 86_400, "hour", 3_600],
  ["hour", 3_600, "minute", 60],
  ["minute", 60, "second", 1],
];

/** A time span in two units: days and hours, hours and minutes, or minutes and seconds. */
export function duration(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  const [large, largeSize, small, smallSize] = spans.find(([, size]) => seconds >= size) ?? spans.at(-1);
  return `${inUnit(Math.floor(seconds / largeSize), large)} ${inUnit(Math.floor((seconds % largeSize) / smallSize), small)}`;
}

function inUnit(value, unit) {
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" }).format(value);
}
