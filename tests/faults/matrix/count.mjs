// Counting what the runs of the matrix show.

/** How many of these runs show something. */
export const having = (runs, wrong) => runs.filter((one) => one.wrong.includes(wrong)).length;

export const ofClass = (runs, name) => runs.filter(({ run }) => run.write.class === name);

/** "2 doubled, 1 lost" of what there is to find; "clean" where nothing was. */
export function summed(runs, wrongs) {
  const found = wrongs.map((wrong) => [having(runs, wrong), wrong]).filter(([times]) => times > 0);
  return found.map(([times, wrong]) => `${times.toLocaleString("en")} ${wrong}`).join(", ") || "clean";
}

/** How often something was found, by fault and write, the most frequent first. */
export function places(runs, wrong, most = 12) {
  const counts = new Map();
  for (const { run } of runs.filter((one) => one.wrong.includes(wrong))) {
    const place = `${run.fault} × ${run.write.name}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  const more = sorted.length > most ? [`and ${sorted.length - most} more`] : [];
  return [...sorted.slice(0, most).map(([place, times]) => `${place}: ${times}`), ...more].join("; ");
}

export const sizeOf = ({ runs, seeds, claimSeeds }) => {
  const faults = new Set(runs.map(({ run }) => run.fault)).size;
  const writes = new Set(runs.map(({ run }) => run.write.name)).size;
  const ofClaims = claimSeeds === seeds ? "" : `, ${claimSeeds} for claims`;
  return `${faults} faults × ${writes} writes × ${seeds} ${seeds === 1 ? "seed" : "seeds"}${ofClaims} = ${runs.length.toLocaleString("en")} runs`;
};
