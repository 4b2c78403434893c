/** What is known of the task that runs now: whether it has sent what the server may keep. */
let current;

/** The task that runs now sends what the server may keep. */
export const sending = () => (current.hasSent = true);

/**
 * Runs a task of Rust to its end. `resume` runs it on with how its last wait ended, and returns the promise
 * that it waits for next, or its value; an error where the module has failed. By `then`, since a page may have
 * put another `Promise` in the place of the one that async functions return.
 */
export async function run(resume, task) {
  // What a task starts is a part of it.
  const mine = current ?? {};
  let step;
  do {
    const ended = await step;
    current = mine;
    step = resume(task, ended);
    current = undefined;
    if (step instanceof Error) throw Object.assign(step, { applied: mine.hasSent ? "unknown" : false });
  } while (typeof step?.then === "function");
  return step;
}

/** How a task fails: by a wait that is rejected. */
export const reject = (error) => Promise.reject(error);
