//! Every operation's reply, held against the official sample of it.

mod admin;
mod chains;
mod promotions;
