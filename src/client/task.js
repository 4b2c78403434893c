/**
 * Runs a task of Rust to its end. `resume` runs it on with how its last wait ended, and returns the promise
 * that it waits for next, or its value. By `then`, since a page may have put another `Promise` in the place
 * of the one that async functions return.
 */
export async function run(resume, task) {
  let step;
  do step = resume(task, await step);
  while (typeof step?.then === "function");
  return step;
}

/** How a task fails: by a wait that is rejected. */
export const reject = (error) => Promise.reject(error);
