//! A schedule as the API tells it: with its next reset.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::Schedule;

impl Schedule {
    /// With the resets around now, in seconds and in words.
    pub fn told(&self, now: Timestamp) -> Map<String, Value> {
        let displayed = |at: Timestamp| at.display_with_offset(self.offset()).to_string();
        let next = self.next_reset(now);
        let mut told = match json!(self) {
            Value::Object(own) => own,
            _ => Map::new(),
        };
        told.extend([
            ("reset_next_date".to_owned(), json!(next.as_second())),
            (
                "displayable_reset_start_date".to_owned(),
                json!(displayed(self.cycle_start(now))),
            ),
            (
                "displayable_reset_next_date".to_owned(),
                json!(displayed(next)),
            ),
        ]);
        told
    }

    /// The same with both days, null where it has none: as limits tell it.
    pub fn told_with_days(&self, now: Timestamp) -> Map<String, Value> {
        let days = ["day_of_week", "day_of_month"];
        let mut told = Map::from_iter(days.map(|day| (day.to_owned(), Value::Null)));
        told.extend(self.told(now));
        told
    }
}
