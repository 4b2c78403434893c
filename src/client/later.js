// What a page loads later.
import { liveOpsError } from "./error.js";

/**
 * Loads a script of this package when it is first asked for, and gives what `made` makes of it. What failed is tried
 * again the next time. `what` needs it.
 */
export function later(load, script, what, made) {
  let loading;
  return () =>
    (loading ??= load[script]().then(made, () => {
      loading = undefined;
      const problem = `${what}: \`${script}.js\` of this package could not be loaded`;
      throw liveOpsError(problem, "network", null, null, null, true);
    }));
}
