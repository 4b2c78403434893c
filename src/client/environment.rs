//! Where the API and Pay Station are: set once, never taken from a response or the page's address.

const API: &str = "https://store.xsolla.com/api";
const PAY_STATION: &str = "https://secure.xsolla.com";
const TEST_PAY_STATION: &str = "https://sandbox-secure.xsolla.com";
const ORDER_SOCKET: &str = "wss://ws-store.xsolla.com/connection/websocket";

/// The API, Pay Station and the kind of payments.
#[derive(Debug)]
pub struct Environment {
    /// Where the API's paths start, without a slash at the end.
    pub api: String,
    /// Where Pay Station's path starts, without a slash at the end.
    pub pay_station: String,
    /// Where the statuses of orders are pushed; empty where they are not.
    pub order_socket: String,
    /// Whether orders are made for Xsolla's test payments.
    pub test_payments: bool,
}

impl Environment {
    /// Real payments.
    #[must_use]
    pub fn live() -> Self {
        Self::custom(API, PAY_STATION, ORDER_SOCKET)
    }

    /// Xsolla's test payments.
    #[must_use]
    pub fn test() -> Self {
        Self {
            test_payments: true,
            ..Self::custom(API, TEST_PAY_STATION, ORDER_SOCKET)
        }
    }

    /// Another server, such as the emulator.
    #[must_use]
    pub fn custom(api: &str, pay_station: &str, order_socket: &str) -> Self {
        Self {
            api: api.to_owned(),
            pay_station: pay_station.to_owned(),
            order_socket: order_socket.to_owned(),
            test_payments: false,
        }
    }
}
