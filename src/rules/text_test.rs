use super::{is_decimal, joined, push_decimal, whole_number};

#[test]
fn money_is_digits_with_at_most_one_point_between_them() {
    for good in ["0", "10", "-1", "9.99", "6150.0000000000000000", "-0.5"] {
        assert!(is_decimal(good), "{good}");
    }
    for bad in [
        "", "-", ".", "1.", ".5", "1.2.3", "1..2", "--1", "1,5", "1e3", " 1", "1 ", "+1", "٣",
    ] {
        assert!(!is_decimal(bad), "{bad}");
    }
}

#[test]
fn a_whole_number_is_read_only_where_nothing_else_stands() {
    for number in [0, 7, 422, -3, 9_007_199_254_740_991, i64::MAX] {
        assert_eq!(whole_number(&number.to_string()), Some(number));
    }
    for bad in [
        "",
        "-",
        "1.5",
        "1 ",
        "+1",
        "0x10",
        "9223372036854775808",
        "99999999999999999999999",
    ] {
        assert_eq!(whole_number(bad), None, "{bad}");
    }
}

#[test]
fn numbers_are_written_in_full() {
    for number in [0, 9, 10, 99, 100, u64::MAX] {
        let mut text = String::from("n");
        push_decimal(&mut text, number);
        assert_eq!(text, format!("n{number}"));
    }
    assert_eq!(joined(&["a", "", "bc"]), "abc");
}
