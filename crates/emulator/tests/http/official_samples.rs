//! Every operation's reply, held against the official sample of it.

mod admin;
mod admin_promotions;
mod catalog;
mod chains;
mod orders;
mod promotions;
