//! Where the API and Pay Station are: set once, never taken from a response or the page's address.

use web_sys::Url;

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
        Self::of(API, PAY_STATION, false)
    }

    /// Xsolla's test payments.
    #[must_use]
    pub fn test() -> Self {
        Self::of(API, TEST_PAY_STATION, true)
    }

    /// Another server, such as the emulator. Both come from [`address`].
    #[must_use]
    pub fn custom(api: &str, pay_station: &str) -> Self {
        Self::of(api, pay_station, false)
    }

    fn of(api: &str, pay_station: &str, test_payments: bool) -> Self {
        Self {
            api: api.to_owned(),
            pay_station: pay_station.to_owned(),
            test_payments,
        }
    }
}

/// Reads an address: https, or http on this machine; nothing may follow its path.
///
/// # Errors
///
/// What it must be, as the end of a sentence.
pub fn address(text: &str) -> Result<String, &'static str> {
    let url = Url::new(text).map_err(|_| "must be an absolute URL")?;
    let loopback = matches!(url.hostname().as_str(), "localhost" | "127.0.0.1" | "[::1]");
    if url.protocol() != "https:" && !(loopback && url.protocol() == "http:") {
        return Err("must start with https://, or with http:// for this machine (127.0.0.1)");
    }
    let address = [url.origin(), url.pathname()].concat();
    if url.href() != address {
        return Err("must hold no user name, query or fragment");
    }
    Ok(address.trim_end_matches('/').to_owned())
}
