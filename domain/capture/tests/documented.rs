//! The example of the format's page is what is found.

use capture::capture;
use serde_json::Value;

#[test]
fn the_example_of_the_formats_page_is_what_is_found() {
    let page = include_str!("../../../docs/formats/capture.md");
    let example = page
        .split("```json")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let mut example: Value = serde_json::from_str(example.unwrap()).unwrap();
    example.as_object_mut().unwrap().remove("format");
    let text = "Maria Lopez, mayor of Port Arden, said on Tuesday that the fee was too high. \
                She asked the Harbour Board to lower it.";
    let found = capture(text, Some(jiff::civil::date(2024, 3, 14)));
    assert_eq!(serde_json::to_value(found).unwrap(), example);
}
