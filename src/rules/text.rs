//! Text put together and read by plain loops: the standard library's way of each weighs up to a kilobyte of wasm.

/// The parts, one behind the other.
#[must_use]
pub fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// Writes a number.
pub fn push_decimal(text: &mut String, number: u64) {
    if number > 9 {
        push_decimal(text, number / 10);
    }
    text.extend(char::from_digit((number % 10) as u32, 10));
}

/// Whether a string is money or a percentage: digits, with at most one sign and one point between them.
#[must_use]
pub fn is_decimal(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mut points, mut before) = (0, b'.');
    for byte in unsigned.bytes() {
        let fits = byte.is_ascii_digit() || byte == b'.' && before != b'.';
        if !fits {
            return false;
        }
        points += i32::from(byte == b'.');
        before = byte;
    }
    points < 2 && before != b'.'
}

/// Reads a whole number, if a string is nothing else.
#[must_use]
pub fn whole_number(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let mut number: i64 = 0;
    for byte in digits.bytes() {
        let digit = byte.is_ascii_digit().then(|| i64::from(byte - b'0'))?;
        number = number.checked_mul(10)?.checked_add(digit)?;
    }
    let sign = if digits.len() == text.len() { 1 } else { -1 };
    (!digits.is_empty()).then_some(sign * number)
}

#[cfg(test)]
#[path = "text_test.rs"]
mod test;
