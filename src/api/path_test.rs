use super::{Path, ProjectId, Segment};

fn path(template: &str, segments: &[Segment<'_>]) -> String {
    Path::new(ProjectId(44056), template, segments)
        .reveal()
        .to_owned()
}

#[test]
fn each_placeholder_takes_the_next_segment() {
    let segments = [Segment::Number(101), Segment::Text("a/b")];
    assert_eq!(
        path("x/{}/y/{}/z", &segments),
        "/v2/project/44056/x/101/y/a%2Fb/z"
    );
    assert_eq!(path("cart", &[]), "/v2/project/44056/cart");
}

#[test]
fn a_placeholder_inside_a_segment_is_text() {
    let segments = [Segment::Text("{}"), Segment::Text("b")];
    assert_eq!(
        path("x/{}/y/{}", &segments),
        "/v2/project/44056/x/%7B%7D/y/b"
    );
}

#[test]
fn the_largest_number_is_written_in_full() {
    let largest = 9_007_199_254_740_991;
    assert_eq!(
        path("x/{}", &[Segment::Number(largest)]),
        "/v2/project/44056/x/9007199254740991"
    );
}

#[test]
fn a_query_has_only_what_was_given() {
    let mut path = Path::new(ProjectId(1), "cart", &[]);
    path.query("currency", None);
    assert_eq!(path.reveal(), "/v2/project/1/cart");
    path.query("locale", Some(Segment::Text("en-US&x=1 +")));
    path.query("limit", Some(Segment::Number(0)));
    assert_eq!(
        path.reveal(),
        "/v2/project/1/cart?locale=en-US%26x%3D1%20%2B&limit=0"
    );
}

#[test]
fn a_path_never_shows_itself() {
    let path = Path::new(
        ProjectId(1),
        "promotion/code/{}/verify",
        &[Segment::Text("WINTER2023")],
    );
    assert_eq!(format!("{path:?}"), "Path(***)");
}
