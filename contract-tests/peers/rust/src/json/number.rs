//! Numbers of the proto3 JSON mapping: in any notation, also within strings.

use super::Json;

/// The most digits of a 64-bit integer.
const MAX_DIGITS: usize = 19;

/// A whole number of 64 bits in any notation of JSON: `7`, `"7"`, `7.0`, `70e-1`.
pub fn integer(value: &Json) -> Option<i64> {
    let text = numeral(value)?;
    text.parse()
        .ok()
        .or_else(|| written_out(text)?.parse().ok())
}

/// A floating-point number; the strings `NaN`, `Infinity` and `-Infinity` are some too. A number beyond the range of doubles is none.
pub fn double(value: &Json) -> Option<f64> {
    match value {
        Json::String(text) if text == "NaN" => Some(f64::NAN),
        Json::String(text) if text == "Infinity" => Some(f64::INFINITY),
        Json::String(text) if text == "-Infinity" => Some(f64::NEG_INFINITY),
        _ => numeral(value)?
            .parse()
            .ok()
            .filter(|number: &f64| number.is_finite()),
    }
}

/// The text of a number, or of a string that holds one.
fn numeral(value: &Json) -> Option<&str> {
    match value {
        Json::Number(text) => Some(text),
        Json::String(text) => {
            matches!(Json::parse(text.as_bytes()), Ok(Json::Number(inner)) if inner == *text)
                .then_some(text)
        }
        _ => None,
    }
}

/// Writes a whole number out in digits, if it has no fraction and no more digits than any 64-bit integer.
fn written_out(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let (mantissa, power) = lower.split_once('e').unwrap_or((&lower, "0"));
    let (sign, mantissa) = mantissa
        .strip_prefix('-')
        .map_or(("", mantissa), |rest| ("-", rest));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    let significant = digits.trim_end_matches('0');
    let power: i64 = power.parse().ok()?;
    let dropped = i64::try_from(digits.len() - significant.len()).ok()?;
    let zeros = power
        .checked_sub(i64::try_from(fraction.len()).ok()?)?
        .checked_add(dropped)?;
    let zeros = usize::try_from(zeros).ok()?;
    (zeros <= MAX_DIGITS && significant.len() + zeros <= MAX_DIGITS)
        .then(|| format!("{sign}{significant}{}", "0".repeat(zeros)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<i64> {
        integer(&Json::parse(text.as_bytes()).unwrap())
    }

    #[test]
    fn integers_are_read_in_every_notation() {
        for (text, value) in [
            ("7", 7),
            ("\"7\"", 7),
            ("7.0", 7),
            ("70e-1", 7),
            ("0.07E2", 7),
            ("\"-7.00\"", -7),
            ("0e999999999", 0),
            ("-0", 0),
            ("1e3", 1000),
            ("9223372036854775807", i64::MAX),
            ("-9223372036854775808", i64::MIN),
            ("9223372036854775807.0", i64::MAX),
        ] {
            assert_eq!(read(text), Some(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_64_bit_integer_is_none() {
        for text in [
            "7.5",
            "\"x\"",
            "\"\"",
            "\" 7\"",
            "\"07\"",
            "\"+7\"",
            "true",
            "[]",
            "1e999999999",
            "1e-999999999",
            "1e99999999999999999999",
            "9223372036854775808",
            "\"NaN\"",
            "\"0x10\"",
            "\"1_0\"",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn doubles_have_their_special_values() {
        let read = |text: &str| double(&Json::parse(text.as_bytes()).unwrap());
        assert_eq!(read("\"-Infinity\""), Some(f64::NEG_INFINITY));
        assert!(read("\"NaN\"").unwrap().is_nan());
        assert_eq!(read("0.2"), Some(0.2));
        for text in ["1e400", "\"inf\"", "\"nan\"", "true", "\"1.\""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
