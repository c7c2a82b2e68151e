//! JSON as the contract reads it: no member twice, bounded nesting, numbers as written (RFC 8259; rule 10.4).

mod number;
mod parser;

pub use number::{double, integer};

/// The deepest nesting of objects and arrays that is read. PROTOCOL.md, "JSON", asks for 32 or more.
pub const MAX_DEPTH: usize = 64;

/// A JSON value whose objects have no member twice.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object, members in order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads one JSON text, or tells what is wrong with it and at which byte.
    pub fn parse(text: &[u8]) -> Result<Json, String> {
        parser::parse(text).map_err(|fault| fault.to_string())
    }

    /// The members of an object.
    pub fn members(&self) -> Option<&[(String, Json)]> {
        match self {
            Json::Object(members) => Some(members),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_whole() {
        let text = r#" {"a":[1, -2.50e+3,true,null,{}],"\u00e9\ud83d\ude00\n":"\"é\/"} "#;
        let expected = Json::Object(vec![
            (
                "a".into(),
                Json::Array(vec![
                    Json::Number("1".into()),
                    Json::Number("-2.50e+3".into()),
                    Json::Bool(true),
                    Json::Null,
                    Json::Object(vec![]),
                ]),
            ),
            ("é😀\n".into(), Json::String("\"é/".into())),
        ]);
        assert_eq!(Json::parse(text.as_bytes()), Ok(expected));
    }

    #[test]
    fn members_that_appear_twice_are_refused_at_any_depth() {
        for text in [
            r#"{"a":1,"a":1}"#,
            r#"[{"a":{"b":1,"b":2}}]"#,
            r#"{"a":1,"\u0061":1}"#,
        ] {
            let error = Json::parse(text.as_bytes()).unwrap_err();
            assert!(error.contains("appears twice"), "{error}");
        }
    }

    #[test]
    fn bad_text_is_refused_where_it_is_bad() {
        for (text, at) in [
            ("", 0),
            ("{", 1),
            ("{}x", 2),
            ("NaN", 0),
            (r#"{"a":01}"#, 6),
            (r#"{"a":1.}"#, 7),
            (r#"{"a":-}"#, 6),
            (r#"{"a":1e}"#, 7),
            (r#""\ud800""#, 7),
            (r#""\udc00""#, 7),
            (r#""\ud800\u0041""#, 13),
            (r#""\u12g4""#, 2),
            ("\"\u{1}\"", 1),
            (r#"{"a" 1}"#, 5),
            (r#"{"a":1,}"#, 7),
            ("[1 2]", 3),
            ("[1,]", 3),
            ("tru", 0),
            (r#""a"#, 2),
            (r#""\x""#, 2),
            ("{1:2}", 1),
            ("\u{feff}{}", 0),
        ] {
            let error = Json::parse(text.as_bytes()).unwrap_err();
            assert!(
                error.starts_with(&format!("at byte {at}: ")),
                "{text}: {error}"
            );
        }
        let error = Json::parse(b"\"a\xff\"").unwrap_err();
        assert!(error.starts_with("at byte 2: "), "{error}");
    }

    #[test]
    fn nesting_is_bounded() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(Json::parse(nested(MAX_DEPTH).as_bytes()).is_ok());
        assert!(Json::parse(nested(MAX_DEPTH + 1).as_bytes()).is_err());
        assert!(Json::parse("[".repeat(1_000_000).as_bytes()).is_err());
    }

    /// serde_json is what nobody here wrote: on texts made from a few tokens at random both agree on what is JSON.
    #[test]
    fn what_is_json_is_what_serde_json_says() {
        const TOKENS: [&str; 24] = [
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"a\"",
            "\"b\"",
            "\"\\u0041\"",
            "1",
            "-",
            "0",
            ".5",
            "e3",
            "true",
            "false",
            "null",
            " ",
            "\n",
            "\"",
            "\\",
            "\"\\ud83d\\ude00\"",
            "\"x\":",
            "1.0",
        ];
        let seed = crate::trace::random();
        let mut state = seed;
        for _ in 0..200_000 {
            let mut text = String::new();
            for _ in 0..8 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                text.push_str(TOKENS[(state >> 33) as usize % TOKENS.len()]);
            }
            let ours = Json::parse(text.as_bytes());
            let theirs = serde_json::from_str::<serde_json::Value>(&text).is_ok();
            let twice = matches!(&ours, Err(error) if error.contains("appears twice"));
            assert!(
                ours.is_ok() == theirs || twice,
                "seed {seed}: {text}: {ours:?}"
            );
        }
    }
}
