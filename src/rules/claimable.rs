//! Which steps of a chain can be claimed now, by what the chain itself says.

use super::node::{Kind, Node};

/// The steps of any chain that can be claimed now, in their order.
pub fn claimable_steps<N: Node>(chain: &N, balance: Option<f64>) -> Vec<N> {
    let steps = chain.field("steps");
    steps
        .elements()
        .filter(|step| is_claimable(chain, step, balance))
        .collect()
}

/// Whether a step of any chain can be claimed now:
///
/// - daily chain: if its status is `claimable`;
/// - offer chain: if it is the next step, and free;
/// - reward chain: if it is not claimed and takes no more than `balance` points, or than the chain's own
///   `value_point.amount` where no balance is given.
pub fn is_claimable<N: Node>(chain: &N, step: &N, balance: Option<f64>) -> bool {
    if chain.field("reward_chain_id").kind() != Kind::Nothing {
        let points = balance
            .or_else(|| chain.field("value_point").field("amount").number())
            .unwrap_or(0.0);
        let price = step.field("price").field("amount").number().unwrap_or(0.0);
        return !step.field("is_claimed").is_true() && price <= points;
    }
    if let Some(status) = step.field("status").text() {
        return status == "claimable";
    }
    let next = chain.field("next_step_number").number();
    next.is_some() && step.field("step_number").number() == next && step.field("is_free").is_true()
}

#[cfg(test)]
#[path = "claimable_test.rs"]
mod test;
