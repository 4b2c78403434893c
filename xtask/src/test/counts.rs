//! How many tests passed and failed, read from what the test runners print.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::iter::Sum;
use std::ops::Add;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};

use crate::command;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
}

impl Counts {
    pub fn success() -> Self {
        Self {
            passed: 1,
            failed: 0,
        }
    }

    /// How a program ends that counted so.
    pub fn code(self) -> ExitCode {
        if self.failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }

    pub fn failure() -> Self {
        Self {
            passed: 0,
            failed: 1,
        }
    }

    /// Runs a test runner, shows what it prints, and counts; to run no test is an error.
    pub fn of(runner: &mut Command) -> Result<Self> {
        let counts = Self::printed_by(runner)?;
        if counts == Self::default() {
            bail!("`{}` ran no test", command::describe(runner));
        }
        Ok(counts)
    }

    /// The same, where there may be nothing to run.
    pub fn printed_by(runner: &mut Command) -> Result<Self> {
        let mut process = runner
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("`{}` cannot be run", command::describe(runner)))?;
        let output = process.stdout.take().context("a runner without output")?;
        let mut counts = Self::default();
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            counts = counts + Self::in_line(&line);
        }
        let status = process.wait()?;
        if !status.success() && counts.failed == 0 {
            // A crash, or a later crate that did not compile.
            counts = counts + Self::failure();
        }
        Ok(counts)
    }

    /// Rust's summary, `test result: ok. 3 passed; 0 failed; …`, or a line of Node's and of the scoreboard: `ℹ pass 3`.
    fn in_line(line: &str) -> Self {
        let words: Vec<&str> = line
            .split([' ', ';'])
            .filter(|word| !word.is_empty())
            .collect();
        match words[..] {
            ["test", "result:", _, passed, "passed", failed, "failed", ..] => Self {
                passed: passed.parse().unwrap_or(0),
                failed: failed.parse().unwrap_or(0),
            },
            ["ℹ", "pass", passed] => Self {
                passed: passed.parse().unwrap_or(0),
                failed: 0,
            },
            // What was skipped has shown nothing.
            ["ℹ", "fail" | "cancelled" | "skipped" | "todo", failed] => Self {
                passed: 0,
                failed: failed.parse().unwrap_or(0),
            },
            _ => Self::default(),
        }
    }
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn counts_what_the_rust_runner_prints() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(
            Counts::in_line(line),
            Counts {
                passed: 12,
                failed: 3
            }
        );
    }

    #[test]
    fn counts_what_node_prints_and_takes_a_skipped_test_for_a_failed_one() {
        let lines = [
            "ℹ tests 9",
            "ℹ pass 5",
            "ℹ fail 1",
            "ℹ cancelled 1",
            "ℹ skipped 2",
            "ℹ todo 0",
        ];
        let counts: Counts = lines.into_iter().map(Counts::in_line).sum();
        assert_eq!(
            counts,
            Counts {
                passed: 5,
                failed: 4
            }
        );
    }
}
