//! Where the API and Pay Station are: set once, never taken from a response or the page's address.

const API: &str = "https://store.xsolla.com/api";
const PAY_STATION: &str = "https://secure.xsolla.com";
const TEST_PAY_STATION: &str = "https://sandbox-secure.xsolla.com";

/// The API, Pay Station and the kind of payments.
#[derive(Debug)]
pub struct Environment {
    /// Where the API's paths start, without a slash at the end.
    pub api: String,
    /// Where Pay Station's path starts, without a slash at the end.
    pub pay_station: String,
    /// Whether orders are made for Xsolla's test payments.
    pub test_payments: bool,
}

impl Environment {
    /// Real payments.
    #[must_use]
    pub fn live() -> Self {
        Self::custom(API, PAY_STATION)
    }

    /// Xsolla's test payments.
    #[must_use]
    pub fn test() -> Self {
        Self {
            test_payments: true,
            ..Self::custom(API, TEST_PAY_STATION)
        }
    }

    /// Another server, such as the emulator. Both come from [`address`].
    #[must_use]
    pub fn custom(api: &str, pay_station: &str) -> Self {
        Self {
            api: api.to_owned(),
            pay_station: pay_station.to_owned(),
            test_payments: false,
        }
    }
}

/// Reads an address: https, or http on this machine; nothing may follow its path.
///
/// # Errors
///
/// What it must be, as the end of a sentence.
pub fn address(text: &str) -> Result<&str, &'static str> {
    let address = text.strip_suffix('/').unwrap_or(text);
    let secure = address.strip_prefix("https://");
    let rest = secure
        .or_else(|| address.strip_prefix("http://"))
        .unwrap_or_default();
    let host = rest.split('/').next().unwrap_or_default();
    // Whatever a browser would read as a user name, a query, a fragment or another host.
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"@?#\\%".contains(&byte);
    if host.is_empty() || host.starts_with(':') || !rest.bytes().all(is_plain) {
        return Err(
            "must be a URL such as \"https://shop.example/api\", without user name, query or fragment",
        );
    }
    if secure.is_none() && !is_loopback(host) {
        return Err("must start with https://, or with http://127.0.0.1 for this machine");
    }
    Ok(address)
}

fn is_loopback(host: &str) -> bool {
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| {
        host.strip_prefix(name)
            .is_some_and(|port| port.is_empty() || port.starts_with(':'))
    })
}

#[cfg(test)]
#[path = "environment_test.rs"]
mod test;
