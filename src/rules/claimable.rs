//! Which steps of a chain can be claimed now, by what the chain itself says.

use super::node::{Kind, Node};

/// The steps of any chain that can be claimed now, in their order.
///
/// - daily chain: those with the status `claimable`;
/// - offer chain: the next step, if it is free;
/// - reward chain: those not claimed that take no more than `balance` points, or than the chain's own
///   `value_point.amount` where no balance is given.
pub fn claimable_steps<N: Node>(chain: &N, balance: Option<f64>) -> Vec<N> {
    let steps = chain.field("steps");
    let next = chain.field("next_step_number").number();
    let points = balance
        .or_else(|| chain.field("value_point").field("amount").number())
        .unwrap_or(0.0);
    let of_reward_chain = chain.field("reward_chain_id").kind() != Kind::Nothing;
    let can_be_claimed = |step: &N| {
        if of_reward_chain {
            let price = step.field("price").field("amount").number().unwrap_or(0.0);
            !step.field("is_claimed").is_true() && price <= points
        } else if step.field("status").kind() == Kind::Text {
            step.field("status")
                .text()
                .is_some_and(|status| status == "claimable")
        } else {
            next.is_some()
                && step.field("step_number").number() == next
                && step.field("is_free").is_true()
        }
    };
    steps.elements().filter(can_be_claimed).collect()
}

#[cfg(test)]
#[path = "claimable_test.rs"]
mod test;
