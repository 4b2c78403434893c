//! Orders that nobody pays in time.

use super::Game;
use crate::engine::ids::OrderId;
use crate::engine::orders;

impl Game {
    fn expire(&mut self) -> usize {
        let ended = orders::expired(&self.state, self.now);
        let count = ended.len();
        for change in ended {
            self.apply(change);
        }
        count
    }

    fn ordered(&mut self) -> OrderId {
        self.order_item("mira", "wick", 1, None).expect("an order")
    }
}

#[test]
fn an_order_expires_a_day_after_it_was_created_and_only_while_it_is_unpaid() {
    let mut game = Game::with(&[]);
    let (first, paid, canceled) = (game.ordered(), game.ordered(), game.ordered());
    game.pay(paid).expect("a payment");
    let cancel = orders::PaymentEvent::Cancel;
    let ended = game.act("mira", |state, _, now, _| {
        orders::payment(state, canceled, cancel, now)
    });
    assert!(ended.is_ok());
    game.pass(1);
    let second = game.ordered();
    game.pass(22);
    assert_eq!((game.expire(), game.status(first)), (0, "new"));
    game.pass(1);
    assert_eq!(
        (game.expire(), game.status(first), game.status(second)),
        (1, "expired", "new")
    );
    game.pass(24 * 400);
    assert_eq!((game.expire(), game.status(second)), (1, "expired"));
    assert_eq!(
        (game.expire(), game.status(paid), game.status(canceled)),
        (0, "done", "canceled")
    );
}

#[test]
fn the_next_expiry_is_that_of_the_oldest_unpaid_order() {
    let mut game = Game::with(&[]);
    assert_eq!(orders::next_expiry(&game.state), None);
    let first = game.ordered();
    let expected = orders::expires_at(&game.state.orders[&first]);
    game.pass(5);
    game.ordered();
    assert_eq!(orders::next_expiry(&game.state), Some(expected));
    game.pay(first).expect("a payment");
    assert!(orders::next_expiry(&game.state) > Some(expected));
}
