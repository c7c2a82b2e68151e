//! The configuration of the worker from its environment (PROTOCOL.md, "Starting a provider").

use std::net::SocketAddr;

use crate::downstream::AllowList;

/// What the environment says.
#[derive(Debug, PartialEq)]
pub struct Config {
    /// Where to listen.
    pub listen: SocketAddr,
    /// W of the first policy.
    pub concurrency_limit: u32,
    /// Q of the first policy.
    pub queue_limit: u32,
    /// What items may call.
    pub allowed: AllowList,
    /// Names the process.
    pub provider_id: String,
    /// What a client has to send to replace the policy.
    pub policy_token: Option<String>,
}

impl Config {
    /// Reads the variables; an error names the one that is not valid.
    pub fn read(variable: impl Fn(&str) -> Option<String>) -> Result<Config, String> {
        let text = |name: &str, default: &str| {
            variable(name)
                .filter(|text| !text.is_empty())
                .unwrap_or_else(|| default.to_owned())
        };
        let listen = text("SLUICE_LISTEN", "127.0.0.1:0");
        let allowed = text("SLUICE_DOWNSTREAM_ALLOW", "");
        let provider_id = text(
            "SLUICE_PROVIDER_ID",
            &format!("rust-{}", std::process::id()),
        );
        if !crate::reader::is_id(&provider_id) {
            return Err(format!(
                "SLUICE_PROVIDER_ID must be 1 to 128 characters of A-Z a-z 0-9 . _ -, is {provider_id:?}"
            ));
        }
        Ok(Config {
            listen: listen
                .parse()
                .map_err(|_| format!("SLUICE_LISTEN must be address:port, is {listen:?}"))?,
            concurrency_limit: number(&variable, "SLUICE_CONCURRENCY_LIMIT", 4, 1)?,
            queue_limit: number(&variable, "SLUICE_QUEUE_LIMIT", 16, 0)?,
            allowed: AllowList::parse(&allowed)
                .map_err(|error| format!("SLUICE_DOWNSTREAM_ALLOW: {error}"))?,
            provider_id,
            policy_token: token(variable("SLUICE_POLICY_TOKEN"))?,
        })
    }
}

/// A token as it can be sent (RFC 6750, 2.1); empty is none.
fn token(text: Option<String>) -> Result<Option<String>, String> {
    let text = text.filter(|text| !text.is_empty());
    match text {
        Some(text) if !text.bytes().all(|byte| byte.is_ascii_graphic()) => {
            Err("SLUICE_POLICY_TOKEN must be printable ASCII without spaces".to_owned())
        }
        text => Ok(text),
    }
}

fn number(
    variable: impl Fn(&str) -> Option<String>,
    name: &str,
    default: u32,
    low: u32,
) -> Result<u32, String> {
    const HIGH: u32 = 1_000_000;
    let Some(text) = variable(name).filter(|text| !text.is_empty()) else {
        return Ok(default);
    };
    text.parse()
        .ok()
        .filter(|value| (low..=HIGH).contains(value))
        .ok_or_else(|| format!("{name} must be a number from {low} to {HIGH}, is {text:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_those_of_the_protocol() {
        let config = Config::read(|_| None).unwrap();
        assert!(config.listen.ip().is_loopback());
        assert_eq!((config.concurrency_limit, config.queue_limit), (4, 16));
        assert_eq!(config.allowed, AllowList::default());
    }

    #[test]
    fn a_bad_value_is_named() {
        for (name, value) in [
            ("SLUICE_LISTEN", "nowhere"),
            ("SLUICE_CONCURRENCY_LIMIT", "0"),
            ("SLUICE_QUEUE_LIMIT", "-1"),
            ("SLUICE_DOWNSTREAM_ALLOW", "x"),
            ("SLUICE_PROVIDER_ID", "a b"),
            ("SLUICE_POLICY_TOKEN", "a b"),
        ] {
            let error =
                Config::read(|asked| (asked == name).then(|| value.to_owned())).unwrap_err();
            assert!(error.starts_with(name), "{error}");
        }
    }
}
