// Dates as pages pass and get them.

/** The milliseconds of a date, or those that are given; NaN where it is neither. */
export const milliseconds = (value) => (typeof value === "number" || value instanceof Date ? Number(value) : NaN);

export const now = () => Date.now();

export const date = (milliseconds) => new Date(milliseconds);
