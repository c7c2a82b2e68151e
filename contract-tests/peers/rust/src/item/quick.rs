//! Reads what nearly every item is, in one pass: an object of the item's members by either of their names, each once, its strings printable ASCII
//! without escapes, its numbers whole and in digits. It declines everything else, for the general reader to judge; what it reads, that reads alike.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Criticality;
use crate::protocol::work::v1::WorkItem;

/// The message of an item's text, or none where it is declined.
pub(super) fn read(text: &[u8]) -> Option<WorkItem> {
    let mut cursor = Cursor { text, at: 0 };
    let mut message = WorkItem::default();
    let mut seen = 0_u32;
    cursor.object(|cursor, name| {
        let bit = member(cursor, name, &mut message)?;
        let again = seen & bit != 0;
        seen |= bit;
        (!again).then_some(())
    })?;
    (cursor.at == text.len()).then_some(message)
}

/// Reads the value of a member into its field, whose bit it returns.
fn member(cursor: &mut Cursor, name: &str, message: &mut WorkItem) -> Option<u32> {
    let bit = match name {
        "workId" | "work_id" => {
            message.work_id = cursor.string()?.to_owned();
            0
        }
        "tenant" => {
            message.tenant = cursor.string()?.to_owned();
            1
        }
        "kind" => {
            message.kind = cursor.string()?.to_owned();
            2
        }
        "criticality" => {
            message.criticality = Criticality::from_str_name(cursor.string()?)?.into();
            3
        }
        "deadlineMs" | "deadline_ms" => {
            message.deadline_ms = Some(cursor.number()?.into());
            4
        }
        "attempt" => {
            message.attempt = cursor.number()?;
            5
        }
        "payload" => {
            message.payload = STANDARD.decode(cursor.string()?).ok()?;
            6
        }
        "cost" => {
            message.cost = Some(cursor.number()?);
            7
        }
        "leaseId" | "lease_id" => {
            message.lease_id = Some(cursor.string()?.to_owned());
            8
        }
        "attributes" => {
            cursor.object(|cursor, name| {
                let value = cursor.string()?.to_owned();
                let known = message.attributes.insert(name.to_owned(), value);
                known.is_none().then_some(())
            })?;
            9
        }
        "schemaVersion" | "schema_version" => {
            message.schema_version = Some(cursor.number()?);
            10
        }
        _ => return None,
    };
    Some(1 << bit)
}

/// Walks over the text of an item. Its methods return none for what is declined.
struct Cursor<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Moves past one byte and the white space around it, if it is this byte.
    fn skip(&mut self, byte: u8) -> Option<()> {
        self.space();
        if self.peek()? != byte {
            return None;
        }
        self.at += 1;
        self.space();
        Some(())
    }

    /// Moves past an object; `member` is called with the cursor at each member's value and must move it past.
    fn object(
        &mut self,
        mut member: impl FnMut(&mut Cursor<'a>, &'a str) -> Option<()>,
    ) -> Option<()> {
        self.skip(b'{')?;
        if self.skip(b'}').is_some() {
            return Some(());
        }
        loop {
            let name = self.string()?;
            self.skip(b':')?;
            member(self, name)?;
            if self.skip(b',').is_none() {
                return self.skip(b'}');
            }
        }
    }

    /// Moves past a string and returns what is between its quotes.
    fn string(&mut self) -> Option<&'a str> {
        if self.peek()? != b'"' {
            return None;
        }
        let start = self.at + 1;
        let length = self.text[start..]
            .iter()
            .position(|byte| !matches!(byte, b' '..=b'~') || matches!(byte, b'"' | b'\\'))?;
        let end = start + length;
        self.at = end + 1;
        (self.text[end] == b'"')
            .then_some(&self.text[start..end])
            .and_then(|found| std::str::from_utf8(found).ok())
    }

    /// Reads a whole number of at most nine digits, in quotes or without.
    fn number(&mut self) -> Option<u32> {
        let quoted = self.peek()? == b'"';
        self.at += usize::from(quoted);
        let start = self.at;
        let mut number = 0;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            if self.at - start == 9 {
                return None;
            }
            number = number * 10 + u32::from(digit - b'0');
            self.at += 1;
        }
        let digits = self.at - start;
        if digits == 0 || (digits > 1 && self.text[start] == b'0') {
            return None;
        }
        let ends = |byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | b',' | b'}');
        if quoted {
            let closed = self.peek()? == b'"';
            self.at += 1;
            return closed.then_some(number);
        }
        self.peek().filter(|byte| ends(*byte)).map(|_| number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::read::general;

    fn assert_read_alike(text: &str, message: &WorkItem) {
        match general(text.as_bytes()) {
            Ok((expected, violations)) => {
                assert!(violations.fault().is_none(), "{text}");
                assert!(violations.list().is_empty(), "{text}");
                assert_eq!(*message, expected, "{text}");
            }
            Err(message) => panic!("{text}: the general reader says {message}"),
        }
    }

    #[test]
    fn ordinary_items_are_read() {
        for text in [
            r#"{"workId":"w-1","tenant":"t","kind":"k","criticality":"CRITICALITY_CRITICAL","deadlineMs":"60000","attempt":1,"payload":"aGk="}"#,
            r#" { "work_id" : "w" , "deadline_ms":60000, "cost":"3", "leaseId":"l", "schemaVersion":1,
                "attributes":{"a":"b","sluice.downstream":"http://h:1/?x"} } "#,
            r#"{"attributes":{}}"#,
            "{}",
        ] {
            let message = read(text.as_bytes()).expect(text);
            assert_read_alike(text, &message);
        }
    }

    #[test]
    fn what_is_read_is_read_alike_by_the_general_reader() {
        const TOKENS: [&str; 44] = [
            "{",
            "}",
            "}",
            ":",
            ",",
            ",",
            r#""workId":"#,
            r#""work_id":"#,
            r#""tenant":"t","#,
            r#""kind":"k""#,
            r#""criticality":"#,
            r#""CRITICALITY_CRITICAL""#,
            r#""deadlineMs":"#,
            r#""attempt":"#,
            r#""payload":"#,
            r#""cost":1"#,
            r#""attributes":{"#,
            r#""a":"b""#,
            r#""schemaVersion":"#,
            r#""leaseId":"l""#,
            r#""x":"#,
            r#""aGk=""#,
            r#""aGk""#,
            r#""a-_=""#,
            r#""aGl=""#,
            r#""""#,
            "1",
            r#""1""#,
            "01",
            "1.0",
            "1e2",
            "-1",
            "999999999",
            "4294967296",
            r#""é""#,
            r#""\n""#,
            "\"\u{1}\"",
            "null",
            "true",
            "[]",
            " ",
            "\n",
            "\"",
            "\\",
        ];
        let seed = crate::trace::random();
        let mut state = seed;
        let mut below = |n: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % n
        };
        println!("seed {seed}");
        let mut count = 0;
        for _ in 0..300_000 {
            let length = below(7);
            let inner: String = (0..length).map(|_| TOKENS[below(TOKENS.len())]).collect();
            let text = format!("{{{inner}}}");
            if let Some(message) = read(text.as_bytes()) {
                count += 1;
                assert_read_alike(&text, &message);
            }
        }
        assert!(count > 1000, "only {count} texts were read");
    }
}
