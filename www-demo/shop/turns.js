/** Gives a function that runs one thing after the other, whatever becomes of each. */
export function takingTurns() {
  let last = Promise.resolve();
  return (run) => {
    const done = last.then(run);
    last = done.catch(() => {});
    return done;
  };
}
