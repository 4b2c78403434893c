use super::{Applied, Failure};
use crate::api::by_name::operation;
use crate::api::{Facts, Resend};
use crate::rules::outcome::ErrorCode;

/// An operation of each class.
fn each_class() -> [&'static Facts; 6] {
    let facts = [
        operation("dailyChains.list"),
        operation("dailyChains.claim"),
        operation("cart.fill"),
        operation("clans.update"),
        operation("offerChains.order"),
        operation("coupons.redeem"),
    ];
    let classes = [
        Resend::Safe,
        Resend::Conditional,
        Resend::State,
        Resend::StateWithReceipt,
        Resend::NewEachTime,
        Resend::Never,
    ];
    assert_eq!(facts.map(|facts| facts.resend), classes);
    facts
}

#[test]
fn what_was_sent_and_writes_may_have_been_applied() {
    for facts in each_class() {
        for &code in ErrorCode::ALL {
            let expected = match facts.resend {
                Resend::Safe => Applied::No,
                _ => Applied::Unknown,
            };
            let failure = Failure::sent(facts, code);
            assert_eq!(failure.applied, expected, "{} {}", facts.name, code.word());
        }
    }
}

#[test]
fn what_time_can_mend_may_be_repeated_but_never_a_redemption_that_may_have_happened() {
    for facts in each_class() {
        for &code in ErrorCode::ALL {
            let passing = matches!(
                code.word(),
                "rate_limited" | "server_error" | "network" | "timeout"
            );
            let expected = passing && facts.resend != Resend::Never;
            let failure = Failure::sent(facts, code);
            assert_eq!(
                failure.retryable,
                expected,
                "{} {}",
                facts.name,
                code.word()
            );
        }
    }
}

#[test]
fn what_was_never_sent_was_not_applied() {
    for &code in ErrorCode::ALL {
        let failure = Failure::unsent("coupons.redeem", code);
        assert_eq!(failure.applied, Applied::No, "{}", code.word());
        assert_eq!((failure.status, failure.error_code), (None, None));
    }
    assert!(Failure::unsent("coupons.redeem", ErrorCode::Timeout).retryable);
    assert!(!Failure::unsent("coupons.redeem", ErrorCode::Aborted).retryable);
}

#[test]
fn a_message_says_where_it_happened_and_what_to_do() {
    for &code in ErrorCode::ALL {
        let message = Failure::unsent("dailyChains.claim", code).message();
        assert_eq!(message, format!("dailyChains.claim: {}", code.advice()));
    }
    let argument = Failure::argument("dailyChains.claim", &["`chainId` ", "must be 1"]);
    assert_eq!(argument.code, ErrorCode::InvalidArgument);
    assert_eq!(argument.message(), "dailyChains.claim: `chainId` must be 1");
}
