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

const units = [["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];
const inUnit = (value, unit) => new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" }).format(value);

/** A time span in two units: days and hours, hours and minutes, or minutes and seconds. */
export function duration(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  const [[large, largeSize], [small, smallSize]] = seconds >= 86_400 ? units.slice(0, 2) : seconds >= 3_600 ? units.slice(1, 3) : units.slice(2);
  return `${inUnit(Math.floor(seconds / largeSize), large)} ${inUnit(Math.floor((seconds % largeSize) / smallSize), small)}`;
}
