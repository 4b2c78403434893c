use super::address;

#[test]
fn an_address_is_https_or_on_this_machine() {
    for good in [
        "https://store.xsolla.com/api",
        "https://shop.example",
        "http://127.0.0.1:8788/api",
        "http://localhost:8789",
        "http://[::1]:8789",
        "https://shop.example:8443/api",
    ] {
        assert_eq!(address(good), Ok(good));
    }
    assert_eq!(
        address("https://shop.example/api/"),
        Ok("https://shop.example/api")
    );
}

#[test]
fn an_address_that_could_lead_elsewhere_is_refused() {
    for bad in [
        "",
        "/api",
        "shop.example/api",
        "javascript:alert(1)",
        "https://",
        "https:///api",
        "https://:80",
        "http://shop.example/api",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://127.0.0.1@evil.example",
        "https://user@evil.example",
        "https://shop.example/api?key=1",
        "https://shop.example/api#a",
        "https://shop.example\\evil.example",
        "https://shop example",
        "https://shop.example/\n",
        "https://shöp.example",
    ] {
        assert!(address(bad).is_err(), "{bad}");
    }
}
