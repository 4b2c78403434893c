//! Decimal numbers as text.

/// Writes a number. Formatting, even by a crate for it, weighs a kilobyte of wasm and more.
pub fn push_decimal(text: &mut String, number: u64) {
    if number > 9 {
        push_decimal(text, number / 10);
    }
    text.extend(char::from_digit((number % 10) as u32, 10));
}

/// Whether a string is money or a percentage: digits, with at most one sign and one point.
#[must_use]
pub fn is_decimal(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(fraction)
}
