// What a page loads later.
import { liveOpsError } from "./error.js";

/**
 * Loads a script of this package when it is first asked for, and gives what `made` makes of it. Where either failed, both are
 * tried again the next time. `what` needs it.
 */
export function later(load, script, what, made) {
  let loading;
  return () => {
    if (!loading) {
      loading = load[script]().then(made, () => {
        const problem = `${what}: \`${script}.js\` of this package could not be loaded`;
        throw liveOpsError(problem, "network", null, null, null, true);
      });
      loading.catch(() => (loading = undefined));
    }
    return loading;
  };
}
