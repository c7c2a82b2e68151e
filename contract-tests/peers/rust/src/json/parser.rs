//! A parser by recursive descent, as deep as [`MAX_DEPTH`](super::MAX_DEPTH) allows.

use std::collections::HashSet;

use super::{Json, MAX_DEPTH};

/// How many members an object may have before their names are hashed.
const FEW: usize = 16;

/// Where and why a text stops being acceptable JSON.
#[derive(Debug, thiserror::Error)]
#[error("at byte {at}: {message}")]
pub(super) struct Fault {
    at: usize,
    message: String,
}

pub(super) fn parse(text: &[u8]) -> Result<Json, Fault> {
    let text = std::str::from_utf8(text).map_err(|error| Fault {
        at: error.valid_up_to(),
        message: "invalid UTF-8".to_owned(),
    })?;
    let mut parser = Parser { text, at: 0 };
    parser.space();
    let value = parser.value(0)?;
    parser.space();
    if parser.at == text.len() {
        Ok(value)
    } else {
        Err(parser.fault("text after the end of the value"))
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn fault(&self, message: impl Into<String>) -> Fault {
        Fault {
            at: self.at,
            message: message.into(),
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_if(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn skip_while(&mut self, wanted: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&wanted) {
            self.at += 1;
        }
    }

    fn space(&mut self) {
        self.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    fn value(&mut self, depth: usize) -> Result<Json, Fault> {
        match self.peek() {
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.array(depth + 1),
            Some(b'"') => self.string().map(Json::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => self.literal(),
            None => Err(self.fault("the text ends where a value should be")),
        }
    }

    fn literal(&mut self) -> Result<Json, Fault> {
        let rest = &self.text[self.at..];
        for (word, value) in [
            ("true", Json::Bool(true)),
            ("false", Json::Bool(false)),
            ("null", Json::Null),
        ] {
            if rest.starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(self.fault("no JSON value begins here"))
    }

    fn number(&mut self) -> Result<Json, Fault> {
        let start = self.at;
        self.skip_if(b'-');
        if !self.skip_if(b'0') {
            self.digits()?;
        }
        if self.skip_if(b'.') {
            self.digits()?;
        }
        if self.skip_if(b'e') || self.skip_if(b'E') {
            if !self.skip_if(b'+') {
                self.skip_if(b'-');
            }
            self.digits()?;
        }
        Ok(Json::Number(self.text[start..self.at].to_owned()))
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let start = self.at;
        self.skip_while(|byte| byte.is_ascii_digit());
        if self.at == start {
            return Err(self.fault("a digit should be here"));
        }
        Ok(())
    }

    fn array(&mut self, depth: usize) -> Result<Json, Fault> {
        self.open(depth)?;
        let mut elements = Vec::new();
        if self.skip_if(b']') {
            return Ok(Json::Array(elements));
        }
        loop {
            self.space();
            elements.push(self.value(depth)?);
            if self.closed(b']')? {
                return Ok(Json::Array(elements));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, Fault> {
        self.open(depth)?;
        let mut members: Vec<(String, Json)> = Vec::new();
        let mut names = HashSet::new();
        if self.skip_if(b'}') {
            return Ok(Json::Object(members));
        }
        loop {
            self.space();
            let start = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.fault("a member name should be here"));
            }
            let name = self.string()?;
            // Few names are compared one by one; many are hashed, so that each costs the same.
            if members.len() == FEW {
                names.extend(members.iter().map(|(name, _)| name.clone()));
            }
            let twice = if members.len() < FEW {
                members.iter().any(|(known, _)| *known == name)
            } else {
                !names.insert(name.clone())
            };
            if twice {
                let shown: String = name.chars().take(80).collect();
                self.at = start;
                return Err(self.fault(format!("the member {shown:?} appears twice")));
            }
            self.space();
            if !self.skip_if(b':') {
                return Err(self.fault("a colon should be here"));
            }
            self.space();
            members.push((name, self.value(depth)?));
            if self.closed(b'}')? {
                return Ok(Json::Object(members));
            }
        }
    }

    fn open(&mut self, depth: usize) -> Result<(), Fault> {
        if depth > MAX_DEPTH {
            return Err(self.fault(format!("nested deeper than {MAX_DEPTH}")));
        }
        self.at += 1;
        self.space();
        Ok(())
    }

    fn closed(&mut self, end: u8) -> Result<bool, Fault> {
        self.space();
        if self.skip_if(b',') {
            Ok(false)
        } else if self.skip_if(end) {
            Ok(true)
        } else {
            Err(self.fault(format!("a comma or {:?} should be here", char::from(end))))
        }
    }

    fn string(&mut self) -> Result<String, Fault> {
        self.at += 1;
        let mut read = String::new();
        loop {
            let start = self.at;
            self.skip_while(|byte| byte != b'"' && byte != b'\\' && byte >= 0x20);
            read.push_str(&self.text[start..self.at]);
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(read);
                }
                Some(b'\\') => {
                    self.at += 1;
                    read.push(self.escape()?);
                }
                Some(_) => return Err(self.fault("a control character in a string")),
                None => return Err(self.fault("the text ends within a string")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let escaped = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.code_point(),
            _ => return Err(self.fault("an unknown escape")),
        };
        self.at += 1;
        Ok(escaped)
    }

    /// Reads `uXXXX`, and its second half where it is the first of a surrogate pair.
    fn code_point(&mut self) -> Result<char, Fault> {
        let mut units = vec![self.code_unit()?];
        if (0xD800..0xDC00).contains(&units[0]) && self.skip_if(b'\\') {
            units.push(self.code_unit()?);
        }
        match char::decode_utf16(units).collect::<Result<Vec<char>, _>>() {
            Ok(read) if read.len() == 1 => Ok(read[0]),
            _ => Err(self.fault("an unpaired surrogate")),
        }
    }

    fn code_unit(&mut self) -> Result<u16, Fault> {
        let digits = self.text.get(self.at + 1..self.at + 5);
        let unit = digits
            .filter(|digits| {
                self.peek() == Some(b'u') && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
            })
            .and_then(|digits| u16::from_str_radix(digits, 16).ok())
            .ok_or_else(|| self.fault("four hexadecimal digits should be here"))?;
        self.at += 5;
        Ok(unit)
    }
}
