//! Where Pay Station leads back to.

use serde::{Deserialize, Serialize};
use url::Url;

use super::OrderStatus;
use crate::engine::ids::{OrderId, PlayerId};

const LONGEST: usize = 1000;

/// An absolute address of the shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReturnUrl(Url);

impl ReturnUrl {
    /// The address with what it is told about an order. Only one that is done has a transaction to name.
    pub fn after(&self, player: &PlayerId, order: OrderId, status: OrderStatus) -> String {
        let mut url = self.0.clone();
        let mut query = url.query_pairs_mut();
        query.append_pair("user_id", player.as_str());
        if status == OrderStatus::Done {
            query.append_pair("invoice_id", &order.to_string());
            query.append_pair("status", status.as_str());
        } else {
            query.append_pair("invoice_id", "");
        }
        drop(query);
        url.into()
    }
}

impl TryFrom<String> for ReturnUrl {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.len() > LONGEST {
            return Err("is longer than 1000 characters; give a shorter address");
        }
        let is_of_web = |url: &Url| matches!(url.scheme(), "http" | "https");
        let url = Url::parse(&text).ok().filter(is_of_web);
        let url = url.filter(|url| url.username().is_empty() && url.password().is_none());
        url.map(Self)
            .ok_or("is no absolute http or https address without a user; give one such as https://shop.example/")
    }
}

impl From<ReturnUrl> for String {
    fn from(url: ReturnUrl) -> Self {
        url.0.into()
    }
}
