//! The command line (PROTOCOL.md, "Starting a client").

use std::collections::HashSet;
use std::fs;
use std::str::FromStr;
use std::time::Duration;

use sluice_peer::client::Client;
use sluice_peer::policy::{Policy, PolicyError, RetryPolicy, read_retry};
use sluice_peer::producer::Options;

pub const HELP: &str = "\
The Sluice reference producer in Rust: submits items to a provider of the backpressure contract and keeps to it as a client.

Usage: producer --provider=URL --items=N [--NAME=VALUE]...

  --provider=URL          base URL of the provider
  --items=N               how many items to submit, 1 to 100000
  --concurrency=C         most calls under way at once, 1 to 10000 (default 1)
  --deadline-ms=D         each item's deadline at its first attempt, 1 to 86400000 (default 30000)
  --retry-policy=FILE     a sluice.policy.v1.RetryPolicy as JSON (default: the policy that the reference workers start with)
  --lease=none|required   with required, submit under leases and never beyond their credits (default none)
  --capacity=none|follow  with follow, hold back by the capacity document (default none)
  --seed=S                seed of the jitter, 64 bits (default 0)

Prints one JSON object a line as each item is settled: work_id, outcome (accepted, refused, gave_up, deadline), attempts.
Exit status: 0 when every item has an outcome, 2 for wrong arguments, else 1.
";

/// What the command line says.
pub struct Arguments {
    pub provider: String,
    pub items: usize,
    pub options: Options,
    pub lease: bool,
    pub follow: bool,
}

impl Arguments {
    /// Reads `--NAME=VALUE`, each name at most once; none where help is asked for.
    pub fn read(arguments: impl IntoIterator<Item = String>) -> Result<Option<Arguments>, String> {
        let mut read = Arguments {
            provider: String::new(),
            items: 0,
            options: Options {
                concurrency: 1,
                deadline: Duration::from_secs(30),
                retry: Policy::initial(1, 1).retry,
                seed: 0,
            },
            lease: false,
            follow: false,
        };
        let mut given = HashSet::new();
        for argument in arguments {
            if argument == "--help" || argument == "-h" {
                return Ok(None);
            }
            let (name, value) = argument
                .split_once('=')
                .filter(|(name, _)| name.starts_with("--"))
                .ok_or_else(|| format!("{argument:?} is not --NAME=VALUE"))?;
            if !given.insert(name.to_owned()) {
                return Err(format!("{name} is given twice"));
            }
            read.set(name, value)?;
        }
        for name in ["--provider", "--items"] {
            if !given.contains(name) {
                return Err(format!("{name} is missing"));
            }
        }
        Ok(Some(read))
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        match name {
            "--provider" => {
                Client::new(value)?;
                self.provider = value.to_owned();
            }
            "--items" => self.items = number(name, value, 100_000)?,
            "--concurrency" => self.options.concurrency = number(name, value, 10_000)?,
            "--deadline-ms" => {
                self.options.deadline = Duration::from_millis(number(name, value, 86_400_000)?)
            }
            "--retry-policy" => {
                self.options.retry =
                    retry(value).map_err(|error| format!("{name}: {value}: {error}"))?
            }
            "--lease" => self.lease = choice(name, value, "none", "required")?,
            "--capacity" => self.follow = choice(name, value, "none", "follow")?,
            "--seed" => self.options.seed = seed(name, value)?,
            _ => return Err(format!("{name} is not known")),
        }
        Ok(())
    }
}

fn number<T: FromStr + PartialOrd + From<u8> + std::fmt::Display>(
    name: &str,
    value: &str,
    most: T,
) -> Result<T, String> {
    value
        .parse()
        .ok()
        .filter(|number| *number >= T::from(1) && *number <= most)
        .ok_or_else(|| format!("{name} must be a whole number of 1 to {most}, is {value:?}"))
}

/// Takes the whole range of 64 bits, signed or unsigned.
fn seed(name: &str, value: &str) -> Result<u64, String> {
    let signed = value.parse::<i64>().map(i64::cast_unsigned);
    signed
        .or_else(|_| value.parse())
        .map_err(|_| format!("{name} must be a whole number of 64 bits, is {value:?}"))
}

fn choice(name: &str, value: &str, off: &str, on: &str) -> Result<bool, String> {
    if value == off || value == on {
        Ok(value == on)
    } else {
        Err(format!("{name} must be {off} or {on}, is {value:?}"))
    }
}

fn retry(file: &str) -> Result<RetryPolicy, String> {
    let text = fs::read(file).map_err(|error| error.to_string())?;
    read_retry(&text).map_err(|error| match error {
        PolicyError::Unreadable(message) => message,
        PolicyError::Invalid(violations) => {
            let broken: Vec<String> = violations
                .iter()
                .map(|violation| {
                    format!("{} {}", violation.field, violation.message)
                        .trim()
                        .to_owned()
                })
                .collect();
            broken.join("; ")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROVIDER: &str = "--provider=http://127.0.0.1:1";

    fn read(arguments: &[&str]) -> Result<Option<Arguments>, String> {
        Arguments::read(arguments.iter().map(ToString::to_string))
    }

    #[test]
    fn wrong_arguments_are_named() {
        for (arguments, named) in [
            (&[][..], "--provider"),
            (&[PROVIDER], "--items"),
            (&["--provider=ftp://h", "--items=1"], "ftp://h"),
            (&[PROVIDER, "--items=0"], "--items"),
            (&[PROVIDER, "--items=100001"], "--items"),
            (&[PROVIDER, "--items=1", "--concurrency=x"], "--concurrency"),
            (
                &[PROVIDER, "--items=1", "--deadline-ms=-1"],
                "--deadline-ms",
            ),
            (&[PROVIDER, "--items=1", "--lease=some"], "--lease"),
            (&[PROVIDER, "--items=1", "--capacity=yes"], "--capacity"),
            (&[PROVIDER, "--items=1", "--seed=1.5"], "--seed"),
            (
                &[PROVIDER, "--items=1", "--retry-policy=/nowhere"],
                "/nowhere",
            ),
            (&[PROVIDER, "--items=1", "--items=1"], "twice"),
            (&[PROVIDER, "--items=1", "--bogus=1"], "--bogus"),
            (&[PROVIDER, "--items=1", "extra"], "extra"),
        ] {
            let error = read(arguments).err().unwrap();
            assert!(error.contains(named) && !error.contains('\n'), "{error}");
        }
    }

    #[test]
    fn seeds_have_64_bits() {
        for (text, value) in [
            ("-1", u64::MAX),
            ("18446744073709551615", u64::MAX),
            ("7", 7),
        ] {
            let seed = format!("--seed={text}");
            let arguments = read(&[PROVIDER, "--items=1", &seed]).unwrap().unwrap();
            assert_eq!(arguments.options.seed, value);
        }
    }
}
