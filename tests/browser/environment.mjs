// What `cargo xtask test` says about the machine.

export function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests with \`cargo xtask test\`.`);
  return value;
}
